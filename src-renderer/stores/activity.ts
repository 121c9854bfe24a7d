import { createStore } from "zustand";
import type { ActivityEntry, TurnGrowth } from "../../src-shared/activity";
import type { Ask } from "./ask";
import { withItem } from "./with-item";

export interface ActivityState {
  /** Newest first, at most 200. */
  entries: ActivityEntry[];
  phase: "loading" | "ready" | "failed";
  load(): Promise<void>;
  onChanged(entry: ActivityEntry): void;
  onGrew(growth: TurnGrowth): void;
  onCleared(): void;
}

const limit = 200;
const mostReply = 2000;

/** The entry with what its answer grew by; what it already has of that is not added again. */
export function grown(entry: ActivityEntry, { from, text, words, speed }: TurnGrowth): ActivityEntry {
  if (entry.totalMs !== undefined) return entry;
  const added = text.slice(Math.max(0, entry.replyLength - from));
  const replyText = entry.wordless ? "" : (entry.replyText + added).slice(-mostReply);
  return { ...entry, replyText, replyLength: entry.replyLength + added.length, words, ...(speed ? { speed } : {}) };
}

export const withEntry = (entries: ActivityEntry[], entry: ActivityEntry): ActivityEntry[] =>
  withItem(entries, entry, { timeOf: ({ at }) => at, most: limit });

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
    onCleared: () => set((state) => ({ entries: state.entries.filter(({ totalMs }) => totalMs === undefined) })),
    onChanged: (entry) => set((state) => ({ entries: withEntry(state.entries, entry) })),
    onGrew: (growth) =>
      set((state) => ({
        entries: state.entries.map((entry) => (entry.id === growth.id ? grown(entry, growth) : entry)),
      })),
  }));
}
