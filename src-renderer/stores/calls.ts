import { createStore } from "zustand";
import type { CallSummary } from "../../src-shared/calls";
import type { Ask } from "./ask";

export interface CallsState {
  /** The latest first. */
  calls: CallSummary[];
  phase: "loading" | "ready" | "failed";
  load(): Promise<void>;
  onChanged(summary: CallSummary): void;
  onCleared(): void;
}

const limit = 50;

/** Conversations of all callers, as a list. */
export function createCalls(ask: Ask) {
  return createStore<CallsState>()((set) => ({
    calls: [],
    phase: "loading",
    async load() {
      try {
        set({ calls: await ask("calls.list"), phase: "ready" });
      } catch {
        set({ phase: "failed" });
      }
    },
    onCleared: () => set(({ calls }) => ({ calls: calls.filter(({ running }) => running) })),
    onChanged: (summary) =>
      set(({ calls }) => {
        const known = calls.some(({ id }) => id === summary.id);
        if (known) return { calls: calls.map((call) => (call.id === summary.id ? summary : call)) };
        return { calls: [summary, ...calls].slice(0, limit) };
      }),
  }));
}
