import { Conversation } from "./conversation";
import type { Heard } from "./heard";
import { settle } from "./processes";
import type { Stage } from "./stage";
import { question } from "./words";

/** How the tokens of one answer arrived. */
export interface Arrival {
  way: string;
  /** As the stand-in sent them. */
  tokensASecond: number;
  sent: number;
  /** Events with text that the client got: as many as sent when none were joined. */
  events: number;
  /** Reads of the socket or pipe that brought them. */
  reads: number;
}

const paces = [
  { tokensASecond: 33, tokens: 30 },
  { tokensASecond: 300, tokens: 300 },
];

/** One answer at a speaking pace and one at 300 tokens a second, through each of the ways that stream. */
export async function arrivals(stage: Stage): Promise<Arrival[]> {
  const { script } = stage;
  const conversation = new Conversation(script, stage.brainstem());
  await conversation.say({ tokens: 2, paceMs: 0 });
  await settle(stage.pid());
  const found: Arrival[] = [];
  for (const { tokensASecond, tokens } of paces) {
    const answer = { tokens, paceMs: 1000 / tokensASecond };
    const note = (way: string, { events, reads }: Heard) =>
      found.push({ way, tokensASecond, sent: tokens, events, reads });
    note("a  stand-in, asked directly", await stage.direct.ask(question(script.announce(answer).mark)));
    note("c  one warm CLI process, by hand", await stage.warmProcess.ask(question(script.announce(answer).mark)));
    note("d  Brainstem", (await conversation.say(answer)).heard);
    await settle(stage.pid());
  }
  return found;
}
