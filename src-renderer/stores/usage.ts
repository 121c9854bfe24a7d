import { createStore } from "zustand";
import type { UsageRow } from "../../src-shared/usage";
import type { Ask } from "./ask";

export interface UsageState {
  rows: UsageRow[];
  phase: "loading" | "ready" | "failed";
  /** Asks for the rows, and again on every change until the returned function is called. */
  watch(): () => void;
  /** Resolves to whether a file was saved; rejects with a sentence. */
  exportCsv(): Promise<boolean>;
  onChanged(): void;
}

/** What turns and jobs have used; kept up to date only while it is shown. */
export function createUsage(ask: Ask) {
  return createStore<UsageState>()((set) => {
    let watchers = 0;
    let asking = false;
    let again = false;
    const load = async (): Promise<void> => {
      if (asking) {
        again = true;
        return;
      }
      asking = true;
      const rows = await ask("usage.list").catch(() => undefined);
      set(rows ? { rows, phase: "ready" } : { phase: "failed" });
      asking = false;
      const changed = again;
      again = false;
      if (changed && watchers > 0) await load();
    };
    return {
      rows: [],
      phase: "loading",
      watch() {
        watchers++;
        void load();
        return () => {
          watchers--;
        };
      },
      exportCsv: async () => (await ask("usage.export")).saved,
      onChanged() {
        if (watchers > 0) void load();
      },
    };
  });
}
