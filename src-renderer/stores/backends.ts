import { createStore } from "zustand";
import type { Backend, BackendStatus } from "../../src-shared/backends";
import type { Ask } from "./ask";

export interface BackendsState {
  /** The Claude CLI first; empty until they were asked for. */
  backends: BackendStatus[];
  load(): Promise<void>;
  /** `key`: a new one, empty to forget it, undefined to leave it. Rejects with a sentence. */
  save(backend: Backend, key: string | undefined): Promise<void>;
  remove(id: string): Promise<void>;
}

/** All backends and how they are, as the main process tells it. */
export function createBackends(ask: Ask) {
  return createStore<BackendsState>()((set) => ({
    backends: [],
    async load() {
      set({ backends: await ask("backends.list") });
    },
    save: (backend, key) => ask("backends.save", { backend, ...(key === undefined ? {} : { key }) }),
    remove: (id) => ask("backends.remove", { id }),
  }));
}
