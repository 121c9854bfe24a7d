import { createStore } from "zustand";
import type { BrainStatus } from "../../src-shared/brain-status";
import type { Ask } from "./ask";

export interface BrainStore {
  status: BrainStatus;
  start(): Promise<void>;
  stop(): Promise<void>;
  logIn(): Promise<void>;
  /** Looks at once for the CLI and its login; resolves when it has looked. */
  look(): Promise<void>;
  /** Asks for the CLI's file; resolves to whether one was chosen. */
  choose(): Promise<boolean>;
  setDemo(on: boolean): Promise<void>;
}

/** The brain's state as the main process tells it. */
export function createBrain(ask: Ask) {
  return createStore<BrainStore>()(() => ({
    status: { state: "stopped", demo: false },
    start: () => ask("brain.start"),
    stop: () => ask("brain.stop"),
    logIn: () => ask("login.start"),
    look: () => ask("claude.look"),
    choose: async () => (await ask("claude.choose")).chosen,
    setDemo: (on) => ask("demo.use", { on }),
  }));
}

/** Whether a message can be sent now. */
export const isListening = (status: BrainStatus): boolean => status.state === "ready" || status.state === "busy";
