import type { CallSummary, CallTurn } from "../../../src-shared/calls";
import type { Caller, Message, TurnRequest } from "../../brain/turn";
import { type CallPart, type Calls, type CallsOptions, createCalls } from "./calls";
import { newEntry } from "./entry";

export const user = (text: string): Message => ({ role: "user", content: [{ type: "text", text }] });
export const bot = (text: string, ...ids: string[]): Message => ({
  role: "assistant",
  text,
  toolCalls: ids.map((id) => ({ id, name: "weather", arguments: "{}" })),
});
export const result = (toolCallId: string, text: string): Message => ({
  role: "tool",
  toolCallId,
  content: [{ type: "text", text }],
});

const pipecat: Caller = { kind: "http", name: "AsyncOpenAI/Python" };

/** The calls, and what they told. */
export function start(options: Partial<CallsOptions> = {}) {
  const told: { changed: CallSummary[]; turns: CallTurn[] } = { changed: [], turns: [] };
  const calls = createCalls({
    onChange: (summary) => told.changed.push(summary),
    onTurn: (_id, turn) => told.turns.push(turn),
    ...options,
  });
  return { calls, told };
}

interface Answer {
  reply?: string;
  state?: "running" | "done" | "stopped" | "failed";
  calls?: string[];
  caller?: Caller;
  words?: boolean;
  system?: string[];
}

/** Asks with this history and answers; tells which call it was. */
export function turn(calls: Calls, messages: Message[], answer: Answer = {}): string {
  const {
    reply = "",
    state = "done",
    calls: ids = [],
    caller = pipecat,
    words = true,
    system = ["Be brief."],
  } = answer;
  const request: TurnRequest = {
    ...{ caller, model: "m", system, messages, tools: [], toolChoice: { mode: "auto" } },
    ...{ parallelToolCalls: true, stop: [], thinking: false },
  };
  const entry = newEntry(request, words);
  const part: CallPart = calls.join(entry, request);
  part.say(reply);
  for (const id of ids) {
    part.callTool(id, "weather");
    part.argue('{"city":"Sofia"}');
  }
  part.update({ ...entry, state, ...(state === "running" ? {} : { totalMs: 5 }) });
  return part.callId;
}
