import type { MessagesRequest, Reply } from "../../src-main/demo/messages-api";
import { askedText } from "../clients/scripted";
import type { BrainstemApp } from "../desktop/app";
import { type Asked, answered, type ChatMessage, said, speakTo } from "../desktop/voice-client";
import { reply, said as spoken } from "./conversation";

const system = { role: "system", content: "You are the voice of the bakery on Lychakivska Street. Be brief and warm." };
const stock = [{ type: "function", function: { name: "stock", parameters: { type: "object" } } }];
const hours = "Good morning! We are open from seven to six, every day but Monday.";
const bread =
  "We have rye, spelt and a walnut loaf today. The rye comes from a mill in the Carpathians, and the story of how we found it begins one snowy night when";
const heard = "We have rye, spelt and a walnut loaf today.";
const left = "Yes: three are left. Shall I keep one for you?";
const kept = "Done. It waits for you under the name Petro.";

/** The bakery's model; the long answer about bread stays unfinished until the caller breaks in. */
export function bakery(request: MessagesRequest): Reply {
  const words = askedText(request) + JSON.stringify(request.messages.at(-1));
  if (words.includes('"tool_result"')) return reply(spoken(left, 240));
  if (words.includes("walnut loaves left"))
    return reply([
      ...spoken("Let me look.", 260),
      { tool: "mcp__client__stock", id: "toolu_1", input: ['{"bread":"walnut"}'] },
    ]);
  if (words.includes("kinds of bread")) return reply([...spoken(bread, 310), { hang: true }]);
  if (words.includes("Petro")) return { ...reply([...spoken(kept, 280), { hang: true }]) };
  return reply(spoken(hours, 290));
}

/** A call of four turns: the caller breaks in, a tool is asked, and the last answer still runs. */
export async function callBakery(app: BrainstemApp): Promise<Asked> {
  let history: ChatMessage[] = [system, said("Good morning! When are you open?")];
  const more = { tools: stock };
  await (await speakTo(app, history)).ended;
  history = [...history, answered(hours), said("And which kinds of bread do you have?")];
  const tale = await speakTo(app, history);
  await tale.heard(bread.length - 1);
  tale.hangUp();
  await tale.ended;
  history = [...history, answered(heard), said("Are there walnut loaves left?")];
  await (await speakTo(app, history, { more })).ended;
  const call = { id: "toolu_1", type: "function", function: { name: "stock", arguments: '{"bread":"walnut"}' } };
  history = [
    ...history,
    { role: "assistant", content: "Let me look.", tool_calls: [call] },
    { role: "tool", tool_call_id: "toolu_1", content: '{"walnut":3}' },
  ];
  await (await speakTo(app, history, { more })).ended;
  history = [...history, answered(left), said("Yes, please. My name is Petro.")];
  const last = await speakTo(app, history, { more });
  await last.heard(kept.length - 1);
  return last;
}

/** Other programs' turns, each a call of its own. */
export async function callOtherwise(app: BrainstemApp): Promise<void> {
  const colours = [said("Name three colours that go with teal.")];
  await (await speakTo(app, colours, { caller: "OpenAI/JS 7.57.0" })).ended;
  const late = [system, said("Good evening! Is the shop still open?")];
  await (await speakTo(app, late)).ended;
  await (await speakTo(app, [...late, answered(hours), said("And on Sunday, from when on?")])).ended;
}
