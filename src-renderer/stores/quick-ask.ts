import { createStore } from "zustand";
import type { QuickAskStatus } from "../../src-shared/quick-ask";
import type { Ask } from "./ask";

export interface QuickAskState {
  /** Undefined until it was asked for. */
  status: QuickAskStatus | undefined;
  load(): Promise<void>;
}

/** How the global shortcut stands. */
export function createQuickAsk(ask: Ask) {
  return createStore<QuickAskState>()((set) => ({
    status: undefined,
    async load() {
      set({ status: await ask("quickAsk.status") });
    },
  }));
}
