import { createStore } from "zustand";
import type { TurnGrowth } from "../../src-shared/activity";
import { type Call, type CallSummary, type CallTurn, mostReply } from "../../src-shared/calls";
import type { EventPayload } from "../../src-shared/ipc";
import type { Ask } from "./ask";

export interface OpenCallState {
  /** The call that is shown; null: none. */
  id: string | null;
  /** `gone`: it is no longer kept. */
  phase: "loading" | "ready" | "gone";
  call: Call | null;
  show(id: string | null): Promise<void>;
  onTurn(told: EventPayload<"call.turn">): void;
  onGrew(growth: TurnGrowth): void;
  onChanged(summary: CallSummary): void;
}

/** The turn as it is known now: a told one may be older where it was on its way while the call was opened. */
export function newer(known: CallTurn | undefined, told: CallTurn): CallTurn {
  if (!known || told.wordless) return told;
  if (known.totalMs !== undefined && told.totalMs === undefined) return known;
  const reply = known.reply.length > told.reply.length ? known.reply : told.reply;
  return { ...told, reply, heard: told.heard ?? known.heard, replaced: told.replaced ?? known.replaced };
}

/** The turn with what its answer grew by. */
export function grownTurn(turn: CallTurn, { from, text, words, speed }: TurnGrowth): CallTurn {
  if (turn.totalMs !== undefined || from > turn.reply.length) return turn;
  const reply = turn.wordless ? "" : (turn.reply + text.slice(turn.reply.length - from)).slice(0, mostReply);
  return { ...turn, reply, words, ...(speed ? { speed } : {}) };
}

/** The call that is followed: opened from the main process, then grown by what it tells. */
export function createOpenCall(ask: Ask) {
  return createStore<OpenCallState>()((set, get) => {
    /** Heard while the call was being opened. */
    let waiting: (() => void)[] | undefined;
    let opening = 0;

    const change = (change: (call: Call) => Partial<Call>) => {
      const apply = () => set(({ call }) => (call ? { call: { ...call, ...change(call) } } : {}));
      if (waiting) waiting.push(apply);
      else apply();
    };

    return {
      id: null,
      phase: "ready",
      call: null,
      async show(id) {
        const mine = ++opening;
        waiting = id ? [] : undefined;
        set({ id, call: null, phase: id ? "loading" : "ready" });
        if (!id) return ask("calls.close").catch(() => {});
        const call = await ask("calls.open", { id }).catch(() => null);
        if (mine !== opening) return;
        const missed = waiting ?? [];
        waiting = undefined;
        set({ call, phase: call ? "ready" : "gone" });
        for (const apply of missed) apply();
      },
      onTurn({ callId, turn }) {
        if (callId !== get().id) return;
        change(({ log }) => {
          const known = log.find(({ id }) => id === turn.id);
          if (!known) return { log: [...log, turn] };
          return { log: log.map((one) => (one.id === turn.id ? newer(one, turn) : one)) };
        });
      },
      onGrew(growth) {
        if (growth.callId !== get().id) return;
        change(({ log }) => ({ log: log.map((turn) => (turn.id === growth.id ? grownTurn(turn, growth) : turn)) }));
      },
      onChanged(summary) {
        if (summary.id === get().id) change(() => summary);
      },
    };
  });
}
