import type { AgentBackend, AgentEvent, AgentRun, AgentRunRequest, Workbench } from "../agent-run";
import { BrainError, type Driver, type DriverState, type Model, type TurnEvent, type TurnRequest } from "../turn";
import { listModels, resolveModel } from "./install/models";
import { type ClaudeCliOptions, type Probed, Upkeep } from "./upkeep";

/** The person's own Claude CLI as a backend, kept warm. */
export class ClaudeCli implements Driver, AgentBackend {
  readonly name = "claude-cli";
  private readonly upkeep: Upkeep;

  constructor(private readonly options: ClaudeCliOptions) {
    this.upkeep = new Upkeep(options);
  }

  state = (): DriverState => this.upkeep.state();
  onState = (listener: () => void): (() => void) => this.upkeep.onState(listener);
  unavailable = (): BrainError | undefined => this.upkeep.unavailable();
  start = (): Promise<void> => this.upkeep.start();
  stop = (): Promise<void> => this.upkeep.stop();
  /** Ends a start that still looks for the CLI; {@link stop} is to follow. */
  giveUp = (): void => this.upkeep.giveUp();
  /** Looks at once whether what was missing is there now. Resolves after the look. */
  look = (): Promise<void> => this.upkeep.look();
  /** The machine has slept: what waited is not trusted any more. */
  wake = (): void => this.upkeep.wake();
  /** What the program at this path is. */
  probe = (path: string): Promise<Probed> => this.upkeep.probe(path);

  models(): Model[] {
    return listModels(this.options.settings().models, this.upkeep.listed);
  }

  async *run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const running = await this.upkeep.ready();
    const asked = { ...request, model: this.resolve(request.model) };
    const { session, plan, warm } = await running.pool.take(asked, signal);
    const events = session.run(asked, plan, request.effort ?? this.options.settings().effort, signal);
    let first = true;
    try {
      yield { type: "accepted", backend: this.name, warm };
      for await (const event of events) {
        // Not before the event has left: starting a process blocks for some milliseconds.
        if (first) setImmediate(() => running.pool.afterFirstToken(asked));
        first = false;
        yield event;
      }
    } catch (error) {
      if (error instanceof BrainError && error.kind === "auth_expired") this.upkeep.loginRefused(running.found);
      throw error;
    } finally {
      // It hung, or the API did: the others are asked before they get a turn.
      if (first && signal.reason instanceof BrainError && signal.reason.kind === "timeout") running.pool.doubt();
    }
  }

  runModels(): string[] {
    return this.models().map(({ id }) => id);
  }

  async runAgent(request: AgentRunRequest, hear: (event: AgentEvent) => void): Promise<AgentRun> {
    const { agents, found } = await this.upkeep.ready();
    const run = await agents.run({ ...request, model: this.resolve(request.model) }, hear);
    void run.result.then(({ failure }) => {
      if (failure?.kind === "auth_expired") this.upkeep.loginRefused(found);
    });
    return run;
  }

  async *turnAt(workbench: Workbench, request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const { agents } = await this.upkeep.ready();
    const effort = request.effort ?? this.options.settings().effort;
    yield* agents.turn(workbench, { ...request, model: this.resolve(request.model) }, effort, signal);
  }

  private resolve(name: string): string {
    const model = resolveModel(name, this.models(), this.upkeep.listed);
    if (model) return model;
    throw new BrainError("model_not_found", `The model "${name}" is not on the list of this brain.`);
  }
}
