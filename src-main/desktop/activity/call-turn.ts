import type { ActivityEntry } from "../../../src-shared/activity";
import type { CallTurn, Said } from "../../../src-shared/calls";
import type { Message } from "../../brain/turn";
import { userText } from "./call-match";
import { ownText } from "./own-text";

/** Characters that are kept of one message, of all that one request brought, and of a tool's arguments. */
const mostText = 20_000;
const mostSaid = 200_000;
const mostArguments = 4_000;

/** What a turn of a call is when it is asked. */
export function newCallTurn(entry: ActivityEntry, said: Said[]): CallTurn {
  return { ...measuresOf(entry), said, reply: "", calls: [] };
}

/** What the call's view shows of a turn's entry. */
export function measuresOf(entry: ActivityEntry) {
  const { id, at, model, state, warm, firstTokenMs, totalMs, speed, words, finishReason, spokenBy } = entry;
  const { error, errorKind, wordless } = entry;
  return {
    ...{ id, at, model, state, warm, firstTokenMs, totalMs, speed, words, finishReason, spokenBy },
    ...{ error, errorKind, wordless },
  };
}

/**
 * What a request brought, as it is shown: the newest of it, in order, up to a bound. `names` are those of the tools
 * that were called, by the call's id.
 */
export function saidIn(messages: readonly Message[], names: ReadonlyMap<string, string>): Said[] {
  const said: Said[] = [];
  let left = mostSaid;
  for (let i = messages.length - 1; i >= 0 && left > 0; i--) {
    const one = toSaid(messages[i] as Message, names, Math.min(mostText, left));
    if (!one) continue;
    left -= one.text.length + 16;
    said.unshift(one);
  }
  return said;
}

function toSaid(message: Message, names: ReadonlyMap<string, string>, most: number): Said | undefined {
  if (message.role === "assistant")
    return message.text.trim() ? { role: "assistant", text: ownText(message.text, most) } : undefined;
  const text = ownText(userText(message.content), most);
  if (message.role === "user") return { role: "user", text };
  const name = names.get(message.toolCallId);
  return { role: "tool", text, ...(name ? { name } : {}) };
}

/** Adds to the arguments of the last call. */
export function growArguments(turn: CallTurn, text: string): number {
  const call = turn.calls[turn.calls.length - 1];
  if (!call) return 0;
  const added = text.slice(0, Math.max(0, mostArguments - call.arguments.length));
  call.arguments += added;
  return added.length;
}

/** Characters that a turn holds. */
export const sizeOf = ({ said, reply, calls, heard, error }: CallTurn): number =>
  500 +
  reply.length +
  (heard?.text?.length ?? 0) +
  (error?.length ?? 0) +
  said.reduce((sum, { text }) => sum + text.length + 16, 0) +
  calls.reduce((sum, call) => sum + call.id.length + call.name.length + call.arguments.length, 0);

/** Whether its caller broke into the answer: it hung up, or tells that not all of it was heard. */
export function isInterrupted({ state, heard, reply, replaced, wordless }: CallTurn): boolean {
  if (replaced || heard?.text !== undefined) return false;
  if (state === "stopped") return true;
  return heard !== undefined && !wordless && heard.upTo < reply.length;
}
