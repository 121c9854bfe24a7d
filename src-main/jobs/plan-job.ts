import type { Agent } from "../../src-shared/agents";
import type { JobStart } from "../../src-shared/jobs";
import type { Settings } from "../../src-shared/settings";
import type { Agents } from "../agents/agents";
import { findFolders, findWorkspace } from "../agents/workspace";
import type { AgentBackend } from "../brain/agent-run";
import { JobRefusal } from "./refusal";
import type { Work } from "./work";

/** What jobs are made from. */
export interface Surroundings {
  home: string;
  agents: Pick<Agents, "get" | "list">;
  backend: AgentBackend;
  settings: () => Pick<Settings, "jobs" | "brain">;
  env: NodeJS.ProcessEnv;
}

/** What a job would do. Throws a {@link JobRefusal}, or a BrainError where the brain cannot work. */
export function planJob(asked: JobStart, around: Surroundings): { agent: Agent; work: Work } {
  const { home, agents, backend, settings, env } = around;
  const agent = agents.get(asked.agent);
  if (!agent) {
    const names = agents.list().agents.map(({ name }) => name);
    const message = `There is no agent "${asked.agent}". Known agents: ${names.join(", ")}.`;
    throw new JobRefusal("agent_not_found", message, names);
  }
  const unavailable = backend.unavailable();
  if (unavailable) throw unavailable;
  const { brain } = settings();
  const model = asked.model ?? (agent.model || brain.model);
  const models = backend.runModels();
  if (!models.includes(model))
    throw new JobRefusal("model_not_found", `Jobs cannot run on the model "${model.slice(0, 100)}".`, models);
  try {
    const work: Work = {
      prompt: asked.prompt,
      system: agent.prompt,
      model,
      effort: agent.effort === "default" ? brain.effort : agent.effort,
      // The owner's bound is the bound.
      budgetUsd: Math.min(asked.maxBudgetUsd ?? agent.budgetUsd, agent.budgetUsd),
      tools: agent.tools,
      workspace: findWorkspace(agent, home, env),
      folders: findFolders(agent, env),
      gitUpdate: agent.gitUpdate,
    };
    return { agent, work };
  } catch (error) {
    throw new JobRefusal("workspace_missing", error instanceof Error ? error.message : String(error));
  }
}
