import { mkdirSync } from "node:fs";
import { readdir, unlink } from "node:fs/promises";
import path from "node:path";
import { type Job, type JobEvent, JobId, type JobSummary } from "../../src-shared/jobs";
import { endTree } from "../brain/programs/process-tree";
import { identify, isThere } from "../process-identity";
import { emptyFolder } from "../storage/empty-folder";
import { summarize } from "./describe-job";
import { closeJobFile, JobFile, readJobFile, type StoredJob } from "./job-file";

const extension = ".jsonl";

export interface Keep {
  keepJobs: number;
  keepDays: number;
}

/** The jobs on disk, a file each in `home/jobs`, and a summary of each that has ended. */
export class JobArchive {
  /** By id. Filled by {@link load}. */
  readonly ended = new Map<string, JobSummary>();
  private readonly folder: string;

  constructor(
    home: string,
    private readonly keep: () => Keep,
  ) {
    this.folder = path.join(home, "jobs");
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Reads what is there. Jobs that a killed Brainstem left running are closed as cut off. */
  async load(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      if (!name.endsWith(extension) || !JobId.safeParse(name.slice(0, -extension.length)).success) continue;
      const stored = await readJobFile(path.join(this.folder, name)).catch(() => undefined);
      if (stored?.job.status !== "running") {
        if (stored) this.ended.set(stored.job.id, summarize(stored.job));
      } else if (!(stored.owner && isThere(stored.owner))) await this.cutOff(stored).catch(() => {});
    }
    await this.prune();
  }

  create(job: Job): Promise<JobFile> {
    return JobFile.create(this.fileOf(job.id), job, identify(process.pid));
  }

  async noteEnd(job: Job): Promise<void> {
    this.ended.set(job.id, summarize(job));
    await this.prune();
  }

  /** An ended job with its events; undefined for one that is not kept. */
  async open(id: string): Promise<StoredJob | undefined> {
    return this.ended.has(id) ? readJobFile(this.fileOf(id)).catch(() => undefined) : undefined;
  }

  /** Removes all jobs that have ended, and whatever else lies there but the files of those that run. */
  async removeAll(running: readonly string[]): Promise<void> {
    this.ended.clear();
    const theirs = new Set(running.map((id) => id + extension));
    await emptyFolder(this.folder, (name) => theirs.has(name));
  }

  private async cutOff({ job, events }: StoredJob): Promise<void> {
    const error = "cut off by a restart";
    const said = events.map((event) => (event.type === "token" ? event.text : "")).join("");
    const last = events[events.length - 1];
    const at = last?.at ?? job.startedAt;
    const closed: Job = { ...job, status: "error", error, finishedAt: at, output: said };
    const event: JobEvent = { type: "error", status: "error", error, id: (last?.id ?? 0) + 1, at };
    this.ended.set(job.id, summarize(closed));
    await endTree(undefined, job.id);
    await closeJobFile(this.fileOf(job.id), event, closed);
  }

  private async prune(): Promise<void> {
    const { keepJobs, keepDays } = this.keep();
    const oldest = Date.now() - keepDays * 24 * 3600_000;
    const newestFirst = [...this.ended.values()].sort((a, b) => b.startedAt - a.startedAt);
    for (const [index, { id, startedAt }] of newestFirst.entries()) {
      if (index < keepJobs && startedAt >= oldest) continue;
      this.ended.delete(id);
      await unlink(this.fileOf(id)).catch(() => {});
    }
  }

  private fileOf(id: string): string {
    return path.join(this.folder, id + extension);
  }
}
