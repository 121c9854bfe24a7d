import type { ActivityEntry } from "../../../src-shared/activity";
import { type Call, type CallSummary, type CallTurn, mostReply } from "../../../src-shared/calls";
import type { TurnRequest } from "../../brain/turn";
import { type Match, match, systemOf, type Trail, telling, trailOf } from "./call-match";
import {
  type CallRecord,
  charactersOf,
  forgetWordsOf,
  isRunning,
  newCall,
  stand,
  standingOf,
  summaryOf,
  tipOf,
  wholeOf,
} from "./call-record";
import { matchTrimmed } from "./call-trim";
import { growArguments, measuresOf, newCallTurn, saidIn } from "./call-turn";

/** One turn's part of its call, while it runs. */
export interface CallPart {
  callId: string;
  say(text: string): void;
  callTool(id: string, name: string): void;
  argue(text: string): void;
  /** Its measures grew. */
  measure(entry: ActivityEntry): void;
  /** Its state changed. */
  update(entry: ActivityEntry): void;
}

/** Turns that belong together, as conversations; in memory only, and bounded. */
export interface Calls {
  /** Finds the call that a request goes on with, or begins one. */
  join(entry: ActivityEntry, request: TurnRequest): CallPart;
  /** Latest first. */
  list(): CallSummary[];
  /** One with its turns, whose changes are told from now on. Undefined where it is no longer kept. */
  open(id: string): Call | undefined;
  /** The opened one is no longer looked at. */
  close(): void;
  forgetWords(): void;
  /** Lets go of all that have ended. */
  clear(): void;
}

export interface CallsOptions {
  onChange: (summary: CallSummary) => void;
  /** A turn of the opened call began, moved on or ended; what its answer grows by is told elsewhere. */
  onTurn: (callId: string, turn: CallTurn) => void;
  mostCalls?: number;
  mostTurns?: number;
  /** Of all calls together. */
  mostCharacters?: number;
}

export function createCalls(options: CallsOptions): Calls {
  const { onChange, onTurn, mostCalls = 50, mostTurns = 500, mostCharacters = 4_000_000 } = options;
  /** The least recently used first. */
  let calls: CallRecord[] = [];
  let opened: string | undefined;

  const tell = (call: CallRecord, turn: CallTurn) => {
    onChange(summaryOf(call));
    if (call.id === opened) onTurn(call.id, { ...turn });
  };

  const find = (key: string, messages: TurnRequest["messages"], trail: Trail, system: string): Found | undefined => {
    const same = calls.filter((call) => call.key === key);
    const bestOf = (how: (call: CallRecord) => Match | undefined) =>
      same.reduce<Found | undefined>((best, call) => {
        const found = how(call);
        return found && !isBetter(best, { call, match: found }) ? { call, match: found } : best;
      }, undefined);
    const found =
      bestOf((call) => match(standingOf(call), messages, trail)) ??
      bestOf((call) => matchTrimmed(standingOf(call), system, messages, trail.prints));
    // A conversation with a name is the same whatever is told of it.
    const named = same.find((call) => call.named);
    return found ?? (named && { call: named, match: { how: "goes on", rest: messages.slice(-1) } });
  };

  const bound = (latest: CallRecord) => {
    while (latest.log.length > mostTurns) forgetTurn(latest);
    let held = calls.reduce((sum, call) => sum + charactersOf(call), 0);
    while (calls.length > mostCalls || held > mostCharacters) {
      const idle = calls.find((call) => call !== latest && !isRunning(call)) ?? calls.find((call) => call !== latest);
      if (idle) calls = calls.filter((call) => call !== idle);
      else if (latest.log.length > 1) forgetTurn(latest);
      else return;
      held = calls.reduce((sum, call) => sum + charactersOf(call), 0);
    }
  };

  return {
    join(entry, request) {
      const messages = telling(request.messages);
      const trail = trailOf(messages);
      const { kind, name, user, conversation } = request.caller;
      const key = JSON.stringify(conversation === undefined ? [kind, name, user] : [kind, conversation]);
      const system = systemOf(request.system);
      const found = find(key, messages, trail, system);
      const call = found?.call ?? newCall(key, conversation !== undefined, entry, request);
      if (found) follow(call, found.match);
      const names = new Map(call.log.flatMap((turn) => turn.calls.map((each) => [each.id, each.name] as const)));
      const turn = newCallTurn(entry, entry.wordless ? [] : saidIn(newIn(messages, found?.match), names));
      if (found?.match.how === "goes on" && found.match.dropped) turn.dropped = found.match.dropped;
      call.log.push(turn);
      stand(call, messages, trail, system, entry.wordless === true);
      calls = [...calls.filter((each) => each !== call), call];
      bound(call);
      tell(call, turn);
      return {
        callId: call.id,
        say(text) {
          if (turn === tipOf(call)) call.replyLength += text.length;
          if (!turn.wordless) turn.reply += text.slice(0, Math.max(0, mostReply - turn.reply.length));
        },
        callTool(id, tool) {
          if (turn.calls.length < 32) turn.calls.push({ id: id.slice(0, 200), name: tool.slice(0, 64), arguments: "" });
        },
        argue: (text) => turn.wordless || growArguments(turn, text),
        measure: (now) => Object.assign(turn, measuresOf(now)),
        update(now) {
          Object.assign(turn, measuresOf(now));
          if (now.totalMs !== undefined) call.lastAt = Math.max(call.lastAt, now.at + now.totalMs);
          tell(call, turn);
        },
      };
    },
    list: () => calls.map(summaryOf).reverse(),
    open(id) {
      const call = calls.find((each) => each.id === id);
      opened = call?.id;
      return call && wholeOf(call);
    },
    close() {
      opened = undefined;
    },
    clear() {
      calls = calls.filter(isRunning);
    },
    forgetWords() {
      for (const call of calls) {
        forgetWordsOf(call);
        onChange(summaryOf(call));
        if (call.id === opened) for (const turn of call.log) onTurn(call.id, { ...turn });
      }
    },
  };

  /** The last answer of `call` as its next request tells it. */
  function follow(call: CallRecord, next: Match): void {
    const tip = tipOf(call);
    if (!tip) return;
    if (next.how === "again") tip.replaced = true;
    else if (next.heard && !tip.wordless) {
      const { upTo, text } = next.heard;
      tip.heard = { upTo, ...(text === undefined ? {} : { text: text.slice(0, mostReply) }) };
    }
    if (call.id === opened) onTurn(call.id, { ...tip });
  }
}

type Found = { call: CallRecord; match: Match };

/** Going on counts for more than asking again, then the longer common history. */
function isBetter(one: Found | undefined, other: Found): boolean {
  if (!one) return false;
  const [a, b] = [one, other].map(({ match, call }) =>
    match.how === "goes on" ? 1e9 + (match.overlap ?? call.standing.length) : call.standing.length,
  );
  return (a as number) > (b as number);
}

/** What a request brought that its call did not have. */
function newIn(messages: TurnRequest["messages"], found: Match | undefined) {
  if (!found) return messages;
  if (found.how === "goes on") return found.rest;
  return found.same ? [] : messages.slice(-1);
}

function forgetTurn(call: CallRecord): void {
  call.log.shift();
  call.forgotten += 1;
}
