import { createStore } from "zustand";
import type { Agent, AgentList } from "../../src-shared/agents";
import type { Ask } from "./ask";

export interface AgentsState extends AgentList {
  phase: "loading" | "ready" | "failed";
  load(): Promise<void>;
  /** `was`: the name it had before. Rejects with a sentence. */
  save(agent: Agent, was: string | undefined): Promise<void>;
  remove(name: string): Promise<void>;
  onChanged(list: AgentList): void;
}

/** The agents that there are, and the files that hold none. */
export function createAgents(ask: Ask) {
  return createStore<AgentsState>()((set) => ({
    agents: [],
    problems: [],
    phase: "loading",
    async load() {
      try {
        set({ ...(await ask("agents.list")), phase: "ready" });
      } catch {
        set({ phase: "failed" });
      }
    },
    save: (agent, was) => ask("agents.save", { agent, ...(was === undefined ? {} : { was }) }),
    remove: (name) => ask("agents.remove", { name }),
    onChanged: (list) => set({ ...list, phase: "ready" }),
  }));
}
