import { createStore } from "zustand";
import type { ActivityEntry } from "../../src-shared/activity";
import type { Ask } from "./ask";

export interface ActivityState {
  /** Newest first, at most 200. */
  entries: ActivityEntry[];
  phase: "loading" | "ready" | "failed";
  load(): Promise<void>;
  onChanged(entry: ActivityEntry): void;
}

const limit = 200;

/** Puts an entry in its place: what is known changes where it stands, what is new comes by its time. */
export function withEntry(entries: ActivityEntry[], entry: ActivityEntry): ActivityEntry[] {
  if (entries.some((one) => one.id === entry.id)) return entries.map((one) => (one.id === entry.id ? entry : one));
  return [entry, ...entries].sort((a, b) => b.at - a.at).slice(0, limit);
}

/** Every turn that the brain was asked for, live. */
export function createActivity(ask: Ask) {
  return createStore<ActivityState>()((set) => ({
    entries: [],
    phase: "loading",
    async load() {
      try {
        const listed = await ask("activity.list");
        set((state) => {
          const newer = state.entries.filter((entry) => !listed.some((one) => one.id === entry.id));
          return { phase: "ready", entries: newer.reduce(withEntry, listed) };
        });
      } catch {
        set({ phase: "failed" });
      }
    },
    onChanged: (entry) => set((state) => ({ entries: withEntry(state.entries, entry) })),
  }));
}
