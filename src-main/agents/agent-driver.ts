import type { Agent } from "../../src-shared/agents";
import type { AgentBackend } from "../brain/agent-run";
import type { Brain } from "../brain/brain";
import { BrainError, type Driver, type DriverState, type Model, type TurnEvent, type TurnRequest } from "../brain/turn";
import type { Agents } from "./agents";
import { findFolders, findWorkspace, type WorkspaceLocks } from "./workspace";

/** Makes every agent a model: `agent/<name>`. */
export class AgentDriver implements Driver {
  readonly name = "agent";

  constructor(
    private readonly options: {
      agents: Pick<Agents, "get" | "list">;
      /** What answers for agents without tools: every backend but this one. */
      brain: Pick<Brain, "run">;
      backend: AgentBackend;
      locks: WorkspaceLocks;
      /** What an agent without a model of its own uses. */
      defaultModel: () => string;
      home: string;
      env: NodeJS.ProcessEnv;
    },
  ) {}

  models(): Model[] {
    const { agents } = this.options.agents.list();
    return agents.map(({ name, description }) => ({ id: name, displayName: description || `Agent: ${name}` }));
  }

  run(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent> {
    const agent = this.options.agents.get(request.model);
    if (!agent) throw new BrainError("model_not_found", `There is no agent "${request.model.slice(0, 100)}".`);
    const asked = this.asAgent(agent, request);
    return agent.tools.length === 0 ? this.options.brain.run(asked, signal) : this.withTools(agent, asked, signal);
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  state = (): DriverState => ({ state: "ready" });
  onState = (): (() => void) => () => {};

  /** The agent's prompt stands before what the client says. */
  private asAgent(agent: Agent, request: TurnRequest): TurnRequest {
    return {
      ...request,
      model: agent.model || this.options.defaultModel(),
      system: agent.prompt.trim() ? [agent.prompt, ...request.system] : request.system,
      ...(agent.effort === "default" ? {} : { effort: agent.effort }),
    };
  }

  private async *withTools(agent: Agent, request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    if (request.caller.kind === "session")
      throw new BrainError(
        "invalid_request",
        `Sessions have no tools, and the agent "${agent.name}" has.`,
        undefined,
        "model",
      );
    const { backend, locks, home, env } = this.options;
    const workbench = orRefuse(() => ({
      tools: agent.tools,
      workspace: findWorkspace(agent, home, env),
      folders: findFolders(agent, env),
    }));
    const leave = locks.take(workbench.workspace);
    if (!leave) throw new BrainError("busy", `An agent is at work in the workspace of "${agent.name}".`, 5);
    try {
      yield* backend.turnAt(workbench, request, signal);
    } finally {
      leave();
    }
  }
}

function orRefuse<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw new BrainError("invalid_request", error instanceof Error ? error.message : String(error));
  }
}
