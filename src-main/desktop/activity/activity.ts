import type { ActivityEntry } from "../../../src-shared/activity";
import type { EventPayload } from "../../../src-shared/ipc";
import type { Brain } from "../../brain/brain";
import type { TurnEvent, TurnRequest } from "../../brain/turn";
import { type Calls, createCalls } from "./calls";
import { newEntry, withoutWords } from "./entry";
import { TurnRecorder } from "./turn-recorder";

/** Told what happens as it happens, in the words of the window's events. */
type Listener = <N extends "activity.changed" | "activity.cleared" | "turn.grew" | "call.changed" | "call.turn">(
  name: N,
  payload: EventPayload<N>,
) => void;

/** The latest turns of all callers, in memory only: what was said in them is never written. */
export interface Activity {
  /** The same brain, with each of its turns recorded. */
  around(brain: Brain): Brain;
  /** Newest first. */
  list(): ActivityEntry[];
  calls: Pick<Calls, "list" | "open" | "close">;
  /** Returns the function that ends the subscription. */
  listen(listener: Listener): () => void;
  /** Empties the texts of all turns, also of those that still run. */
  forgetWords(): void;
  /** Takes all turns and calls that have ended out of the record. */
  clear(): void;
}

const KEPT = 200;

/** `contents`: whether what is said is recorded. */
export function createActivity(contents: () => boolean): Activity {
  const entries: ActivityEntry[] = [];
  const listeners = new Set<Listener>();
  const tell: Listener = (name, payload) => {
    for (const listener of listeners) listener(name, payload);
  };
  const calls = createCalls({
    onChange: (summary) => tell("call.changed", summary),
    onTurn: (callId, turn) => tell("call.turn", { callId, turn }),
  });

  const begin = (request: TurnRequest): TurnRecorder => {
    const entry = newEntry(request, contents());
    const call = calls.join(entry, request);
    entry.callId = call.callId;
    entries.unshift(entry);
    entries.length = Math.min(entries.length, KEPT);
    return new TurnRecorder(
      {
        entry,
        call,
        tell: (changed) => tell("activity.changed", changed),
        grew: (growth) => tell("turn.grew", growth),
      },
      request,
    );
  };

  async function* record(brain: Brain, request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const turn = begin(request);
    const stopped = () => turn.stopped(signal.reason);
    signal.addEventListener("abort", stopped);
    try {
      for await (const event of brain.run(request, signal)) {
        turn.on(event);
        yield event;
      }
      if (signal.aborted) stopped();
      turn.cutOff();
    } catch (error) {
      turn.fail(error);
      throw error;
    } finally {
      signal.removeEventListener("abort", stopped);
      // Reached with the turn still open only when the caller left it.
      turn.stopped(undefined);
    }
  }

  return {
    around: (brain) => ({
      models: () => brain.models(),
      run: (request, signal) => record(brain, request, signal),
    }),
    list: () => entries.map((entry) => ({ ...entry })),
    calls,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      const running = entries.filter(({ totalMs }) => totalMs === undefined);
      entries.splice(0, entries.length, ...running);
      calls.clear();
      tell("activity.cleared", undefined);
    },
    forgetWords() {
      for (const entry of entries) {
        if (entry.wordless) continue;
        Object.assign(entry, withoutWords);
        tell("activity.changed", { ...entry });
      }
      calls.forgetWords();
    },
  };
}
