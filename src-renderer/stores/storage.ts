import { createStore } from "zustand";
import type { StorageState } from "../../src-shared/storage-state";

export interface StorageStore {
  state: StorageState;
  /** How many of the damages the person has put away. */
  seen: number;
  dismiss(): void;
}

/** How the data on the disk stands, as the main process tells it. */
export function createStorage() {
  return createStore<StorageStore>()((set, get) => ({
    state: { damaged: [] },
    seen: 0,
    dismiss: () => set({ seen: get().state.damaged.length }),
  }));
}
