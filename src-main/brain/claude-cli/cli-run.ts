import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../../src-shared/settings";
import { AgentProcesses } from "./agent-backend";
import { residentMiB } from "./memory";
import { Pool, type PoolEvents } from "./pool";
import { CliProcess } from "./process";
import { ProcessRecord, runFolderPrefix } from "./process-record";
import type { Examined } from "./readiness";
import { Session } from "./session";
import { prepareRunFolder, spawnCli } from "./spawn";

const sweepEvery = 15_000;

export interface CliRunOptions extends PoolEvents {
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
  readonly found: Examined;
  readonly pool: Pool;
  readonly agents: AgentProcesses;
  private readonly record: ProcessRecord;
  private readonly folder = mkdtempSync(join(tmpdir(), runFolderPrefix));
  private readonly sweeper: NodeJS.Timeout;

  /** Ends what a killed Brainstem left behind, and starts the spare processes. */
  constructor(private readonly options: CliRunOptions) {
    const { found, settings, env, home } = options;
    this.found = found;
    this.record = new ProcessRecord(home, this.folder);
    this.record.reapOrphans();
    this.pool = new Pool((changed) => this.launch(changed), settings, options);
    this.agents = new AgentProcesses({ path: found.path, folder: this.folder, record: this.record, env });
    this.sweeper = setInterval(() => this.pool.sweep(residentMiB), sweepEvery);
    this.pool.start();
  }

  /** Resolves when none of its processes is left. */
  async end(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all([this.pool.stop(), this.agents.stop()]);
    this.record.close();
  }

  private launch(changed: (session: Session) => void): Session {
    const { found, defaultModel, env } = this.options;
    const model = defaultModel();
    const folder = prepareRunFolder(this.folder);
    const child = new CliProcess(spawnCli({ path: found.path, model, folder, env: env() }));
    const { pid } = child;
    if (pid !== undefined) {
      this.record.add(pid);
      void child.ended.then(() => this.record.remove(pid));
    }
    return new Session(child, model, changed);
  }
}
