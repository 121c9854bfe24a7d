import { randomUUID } from "node:crypto";
import type { ActivityEntry } from "../../../src-shared/activity";
import type { Call, CallSummary, CallTurn } from "../../../src-shared/calls";
import type { Message, TurnRequest } from "../../brain/turn";
import { type Standing, type Trail, userText } from "./call-match";
import { mostPrints } from "./call-trim";
import { isInterrupted, sizeOf } from "./call-turn";
import { ownText } from "./own-text";

/** One call as it is kept: what is shown of it, and what the next request is compared with. */
export interface CallRecord {
  readonly id: string;
  /** Only requests of the same caller are compared. */
  readonly key: string;
  readonly named: boolean;
  first: Pick<CallSummary, "caller" | "callerKind" | "user" | "session" | "at">;
  title: string;
  lastAt: number;
  system: string[];
  log: CallTurn[];
  forgotten: number;
  standing: Omit<Standing, "reply" | "replyLength" | "callIds" | "state">;
  /** Characters of the last turn's answer, kept or not. */
  replyLength: number;
}

export function newCall(key: string, named: boolean, entry: ActivityEntry, request: TurnRequest): CallRecord {
  const { caller, callerKind, user, session, at } = entry;
  return {
    id: randomUUID(),
    key,
    named,
    first: { caller, callerKind, user, session, at },
    title: entry.wordless ? "" : ownText(titleOf(request), 120),
    lastAt: at,
    system: entry.wordless ? [] : request.system.slice(0, 20).map((text) => ownText(text, 20_000)),
    log: [],
    forgotten: 0,
    standing: { length: 0, end: "", before: "", endsWithUser: false, lastUser: "", prints: [], system: "" },
    replyLength: 0,
  };
}

/** The person's own words stand behind what they attached. */
function titleOf({ messages }: TurnRequest): string {
  const content = messages.flatMap((each) => (each.role === "user" ? [each.content] : [])).pop() ?? [];
  const last = content[content.length - 1];
  return (last?.type === "text" ? last.text : userText(content)).trim();
}

export const tipOf = ({ log }: CallRecord): CallTurn | undefined => log[log.length - 1];

/** Where the next request is compared from. */
export function stand(
  call: CallRecord,
  messages: readonly Message[],
  { at, prints }: Trail,
  system: string,
  wordless: boolean,
): void {
  const last = messages[messages.length - 1];
  call.standing = {
    length: messages.length,
    end: at[messages.length] ?? "",
    before: at[messages.length - 1] ?? "",
    prints: prints.slice(-mostPrints),
    system,
    endsWithUser: last?.role === "user",
    lastUser: last?.role === "user" && !wordless ? ownText(userText(last.content), 2000) : "",
  };
  call.replyLength = 0;
}

export function standingOf(call: CallRecord): Standing {
  const tip = tipOf(call);
  const open = tip?.state === "queued" || tip?.state === "running";
  return {
    ...call.standing,
    reply: tip?.reply ?? "",
    replyLength: call.replyLength,
    callIds: tip?.calls.map(({ id }) => id) ?? [],
    state: open ? "running" : tip?.state === "done" ? "done" : "broken",
  };
}

export const isRunning = ({ log }: CallRecord): boolean =>
  log.some(({ state }) => state === "queued" || state === "running");

export const charactersOf = ({ log, system }: CallRecord): number =>
  1000 + log.reduce((sum, turn) => sum + sizeOf(turn), 0) + system.reduce((sum, text) => sum + text.length, 0);

export function summaryOf(call: CallRecord): CallSummary {
  const { id, first, title, lastAt, log, forgotten } = call;
  const times = log.flatMap(({ firstTokenMs: ms }) => (ms === undefined ? [] : [ms])).sort((a, b) => a - b);
  return {
    id,
    ...first,
    title,
    lastAt,
    model: tipOf(call)?.model ?? "",
    turns: forgotten + log.length,
    running: isRunning(call),
    interruptions: log.filter(isInterrupted).length,
    failures: log.filter(({ state }) => state === "failed").length,
    ...(times.length > 0 ? { medianFirstMs: times[Math.floor(times.length / 2)] } : {}),
  };
}

export const wholeOf = (call: CallRecord): Call => ({
  ...summaryOf(call),
  system: call.system,
  forgotten: call.forgotten,
  log: call.log.map((turn) => ({ ...turn })),
});

/** Forgets what was said, not that it was. */
export function forgetWordsOf(call: CallRecord): void {
  call.title = "";
  call.system = [];
  call.standing.lastUser = "";
  for (const turn of call.log) {
    const calls = turn.calls.map((each) => ({ ...each, arguments: "" }));
    Object.assign(turn, { wordless: true, said: [], reply: "", calls });
    delete turn.heard;
  }
}
