import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { onAbort } from "../../../on-abort";
import type { AgentEvent, AgentRun, AgentRunRequest, Workbench } from "../../agent-run";
import type { BrainError, Effort, TurnEvent, TurnRequest } from "../../turn";
import { CliProcess } from "../process/process";
import type { ProcessRecord } from "../process/process-record";
import { AgentProcess } from "./agent-process";
import { type AgentLaunch, spawnAgent } from "./agent-spawn";
import { runAgentTurn } from "./agent-turn";

/** What processes of agents are started from while the CLI is ready. */
interface Place {
  path: () => string;
  /** A folder that is ours; each process gets one of its own in it. */
  folder: string;
  record: ProcessRecord;
  env: () => NodeJS.ProcessEnv;
  /** See the pool's. */
  fit: () => Promise<void>;
  /** Why a process must hear no words. */
  vouch: (process: CliProcess) => Promise<BrainError | undefined>;
}

/** The processes that have tools: one for each job and each turn of an agent, none of them kept. */
export class AgentProcesses {
  private readonly live = new Map<() => void, Promise<unknown>>();

  constructor(private readonly place: Place) {}

  /** `request.model` is the CLI's own name of it. */
  async run(request: AgentRunRequest, hear: (event: AgentEvent) => void): Promise<AgentRun> {
    await this.place.fit();
    const { model, effort, budgetUsd, mark } = request;
    const { process, clean } = await this.open({ model, effort, budgetUsd, mark, workbench: request, asks: true });
    const run = new AgentProcess(process, request, hear);
    this.track(() => run.stop(), run.result.then(clean));
    return run;
  }

  /** `request.model` is the CLI's own name of it. */
  async *turn(
    workbench: Workbench,
    request: TurnRequest,
    effort: Effort,
    signal: AbortSignal,
  ): AsyncGenerator<TurnEvent> {
    await this.place.fit();
    const mark = randomUUID();
    const launch = { model: request.model, effort, mark, workbench, asks: false };
    const { process, clean } = await this.open(launch, signal);
    let ended = () => {};
    this.track(() => process.kill(), new Promise<void>((resolve) => (ended = resolve)));
    try {
      yield* runAgentTurn(process, mark, request, effort, signal);
    } finally {
      clean();
      ended();
    }
  }

  /** Resolves when those that run have ended. */
  async settled(): Promise<void> {
    await Promise.all(this.live.values());
  }

  /** Ends all of them and resolves when nothing is left. */
  async stop(): Promise<void> {
    const ends = [...this.live.values()];
    for (const stop of this.live.keys()) stop();
    await Promise.all(ends);
  }

  private track(stop: () => void, ended: Promise<unknown>): void {
    this.live.set(stop, ended);
    void ended.then(() => this.live.delete(stop));
  }

  /** A process that may hear words; rejects where none is to be had. `signal` ends the wait for it. */
  private async open(
    launch: Omit<AgentLaunch, "path" | "tmp" | "env">,
    signal?: AbortSignal,
  ): Promise<{ process: CliProcess; clean: () => void }> {
    const { path, folder, record, env, vouch } = this.place;
    const tmp = join(folder, randomUUID());
    mkdirSync(tmp, { mode: 0o700 });
    const process = new CliProcess(spawnAgent({ ...launch, path: path(), tmp, env: env() }));
    const clean = () => rmSync(tmp, { recursive: true, force: true });
    const { pid } = process;
    if (pid !== undefined) {
      record.add(pid);
      void process.ended.then(() => record.remove(pid));
    }
    const kill = () => process.kill("SIGKILL");
    const vouched = vouch(process);
    this.track(kill, vouched);
    const release = signal && onAbort(signal, kill);
    const unfit = await vouched;
    release?.();
    if (!unfit) return { process, clean };
    kill();
    clean();
    throw unfit;
  }
}
