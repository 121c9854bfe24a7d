import { constants } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { Job, JobEvent } from "../../src-shared/jobs";
import type { ProcessIdentity } from "../process-identity";
import { Queue } from "../storage/queue";

/**
 * What a job's file holds, a line each: the job as it began, its events, the job as it ended. `owner`: which Brainstem
 * runs it; while that one is there, the job is its own.
 */
type Line = { job: Job; owner?: ProcessIdentity } | { event: JobEvent };

/** The file of one job, only ever added to. Writing happens in the order of the calls. */
export class JobFile {
  private readonly queue = new Queue();

  private constructor(private readonly handle: FileHandle) {}

  /** Makes the file (0600) with the job as it begins. Rejects with the system's error. */
  static async create(path: string, job: Job, owner: ProcessIdentity): Promise<JobFile> {
    const file = new JobFile(await open(path, "wx", 0o600));
    await file.write({ job, owner });
    return file;
  }

  /** A failure to write costs the record, never the job. */
  add(event: JobEvent): void {
    void this.write({ event }).catch(() => {});
  }

  /** Resolves when the job's end is on the disk, or cannot be. */
  async end(job: Job): Promise<void> {
    await this.write({ job }).catch(() => {});
    await this.handle.datasync().catch(() => {});
    await this.handle.close().catch(() => {});
  }

  private write(line: Line): Promise<void> {
    return this.queue.run(() => this.handle.writeFile(`${JSON.stringify(line)}\n`));
  }
}

export interface StoredJob {
  job: Job;
  events: JobEvent[];
  owner: ProcessIdentity | undefined;
}

/** Reads a job back; undefined where the file does not even hold its beginning. Lines that were cut off are left out. */
export async function readJobFile(path: string): Promise<StoredJob | undefined> {
  let job: Job | undefined;
  let owner: ProcessIdentity | undefined;
  const events: JobEvent[] = [];
  for (const text of (await readFile(path, "utf8")).split("\n")) {
    const line = parse(text);
    if (!line) continue;
    if ("event" in line) {
      const event = JobEvent.safeParse(line.event);
      if (event.success) events.push(event.data);
      continue;
    }
    job = Job.safeParse(line.job).data ?? job;
    owner ??= line.owner;
  }
  return job && { job, events, owner };
}

/** Adds how a job ended to the file of one that was cut off, behind whatever its last write left. */
export async function closeJobFile(path: string, event: JobEvent, job: Job): Promise<void> {
  const handle = await open(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    await handle.writeFile(`\n${JSON.stringify({ event })}\n${JSON.stringify({ job })}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

function parse(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && ("job" in value || "event" in value)
      ? (value as Line)
      : undefined;
  } catch {
    return undefined;
  }
}
