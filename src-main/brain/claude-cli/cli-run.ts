import { mkdtempSync } from "node:fs";
import { uptime as systemUptime, tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../../src-shared/settings";
import type { BrainError } from "../turn";
import { AgentProcesses } from "./agent/agent-backend";
import { stampOf } from "./install/cli-stamp";
import { createVouch, type Looks } from "./install/own-version";
import type { Examined } from "./install/readiness";
import { Pool, type PoolEvents } from "./pool/pool";
import { Session } from "./pool/session";
import { residentMiB } from "./process/memory";
import { CliProcess } from "./process/process";
import { ProcessRecord, runFolderPrefix } from "./process/process-record";
import { prepareRunFolder, spawnCli } from "./process/spawn";

/** Milliseconds. */
const sweepEvery = 15_000;
/** Seconds by which a sweep has to be late for the machine to have slept. */
const asleepAbove = 30;

export interface CliRunOptions extends Omit<PoolEvents, "fit">, Looks {
  found: Examined;
  settings: () => Settings["brain"];
  /** What the CLI knows the default model by. */
  defaultModel: () => string;
  env: () => NodeJS.ProcessEnv;
  /** Brainstem's data folder: where running processes are recorded. */
  home: string;
}

/** All processes of one CLI, from the moment when it was found ready until it is stopped or mended. */
export class CliRun {
  found: Examined;
  readonly pool: Pool;
  readonly agents: AgentProcesses;
  private readonly record: ProcessRecord;
  private readonly vouch: (process: CliProcess) => Promise<BrainError | undefined>;
  private readonly folder = mkdtempSync(join(tmpdir(), runFolderPrefix));
  private readonly sweeper: NodeJS.Timeout;
  private uptime = systemUptime();

  /** Ends what a killed Brainstem left behind, and starts the spare processes. */
  constructor(private readonly options: CliRunOptions) {
    const { found, settings, env, home } = options;
    this.found = found;
    const vouch = createVouch(options);
    this.vouch = (process) => vouch(process, this.found);
    this.record = new ProcessRecord(home, this.folder);
    this.record.reapOrphans();
    const fit = () => (this.isCurrent() ? Promise.resolve() : options.replaced());
    this.pool = new Pool((changed) => this.launch(changed), settings, { ...options, fit });
    this.agents = new AgentProcesses({
      path: () => this.found.path,
      folder: this.folder,
      record: this.record,
      env,
      fit,
      vouch: this.vouch,
    });
    this.sweeper = setInterval(() => this.sweep(), sweepEvery);
    this.pool.start();
  }

  /** Whether the program on disk is still the one that was examined. */
  isCurrent(): boolean {
    return stampOf(this.found.path) === this.found.stamp;
  }

  /** From now on processes are of this program; those that answer or hold a conversation stay. */
  goOnWith(found: Examined): void {
    const { version, stamp } = this.found;
    this.found = found;
    if (found.version !== version || found.stamp !== stamp) this.pool.renew("spare");
  }

  /** After the machine has slept: what has talked to the API holds a connection that may be dead without knowing it. */
  wake(): void {
    this.uptime = systemUptime();
    this.pool.renew("spare", "standby", "idle");
  }

  /** Lets turns and jobs come to their end and starts nothing; resolves when nothing is left. */
  async drain(): Promise<void> {
    await Promise.all([this.pool.drain(), this.agents.settled()]);
    await this.end();
  }

  /** Resolves when none of its processes is left. */
  async end(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all([this.pool.stop(), this.agents.stop()]);
    this.record.close();
  }

  private sweep(): void {
    const slept = systemUptime() - this.uptime > sweepEvery / 1000 + asleepAbove;
    this.uptime = systemUptime();
    if (slept) this.wake();
    this.pool.sweep(residentMiB);
  }

  private launch(changed: (session: Session) => void): Session {
    const model = this.options.defaultModel();
    const child = new CliProcess(this.spawn(model));
    const { pid } = child;
    if (pid !== undefined) {
      this.record.add(pid);
      void child.ended.then(() => this.record.remove(pid));
    }
    return new Session(child, model, changed, this.vouch(child));
  }

  /** A program that nobody has examined is never started: an older one would read files that a message names. */
  private spawn(model: string): ReturnType<typeof spawnCli> {
    const { path } = this.found;
    if (!this.isCurrent()) return new Error("the Claude CLI is being replaced");
    try {
      return spawnCli({ path, model, folder: prepareRunFolder(this.folder), env: this.options.env() });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
