import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { identify, isThere, ProcessIdentity } from "../../../process-identity";
import { killGroup } from "../../programs/kill";

/** How the folders that processes run in begin; nothing else is ever removed. */
export const runFolderPrefix = "brainstem-";

const RecordFile = z.object({
  owner: ProcessIdentity,
  /** The folder that this owner's processes ran in. */
  folder: z.string(),
  children: z.array(ProcessIdentity),
});
type RecordFile = z.infer<typeof RecordFile>;

/**
 * Keeps on disk which processes are ours, so that those which outlive a killed Brainstem are ended at its next start.
 * One file an owner, in `home/processes`.
 */
export class ProcessRecord {
  private readonly folder: string;
  private readonly file: string;
  private readonly owner = identify(process.pid);
  private children: ProcessIdentity[] = [];

  constructor(
    home: string,
    private readonly runFolder: string,
  ) {
    this.folder = join(home, "processes");
    // The processes of a CLI that is no longer there may still be at work when the next one's start.
    const name = (other: number) => join(this.folder, `${process.pid}${other > 0 ? `-${other}` : ""}.json`);
    let others = 0;
    while (existsSync(name(others))) others += 1;
    this.file = name(others);
  }

  add(pid: number): void {
    this.children.push(identify(pid));
    this.write();
  }

  remove(pid: number): void {
    this.children = this.children.filter((child) => child.pid !== pid);
    this.write();
  }

  /** Ends what dead owners left behind, their folders included. */
  reapOrphans(): void {
    for (const name of listFolder(this.folder)) {
      const path = join(this.folder, name);
      const record = readRecord(path);
      if (record && isThere(record.owner)) continue;
      for (const child of record?.children ?? []) if (isThere(child)) killGroup(child.pid, "SIGKILL");
      if (record?.folder && basename(record.folder).startsWith(runFolderPrefix))
        rmSync(record.folder, { recursive: true, force: true });
      rmSync(path, { force: true });
    }
  }

  /** Call when no process is left. */
  close(): void {
    rmSync(this.file, { force: true });
    rmSync(this.runFolder, { recursive: true, force: true });
  }

  private write(): void {
    const record: RecordFile = {
      owner: this.owner,
      folder: this.runFolder,
      children: this.children,
    };
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${this.file}.tmp`, JSON.stringify(record), { mode: 0o600 });
      renameSync(`${this.file}.tmp`, this.file);
    } catch {
      // A full disk must not stop the brain; at worst an orphan is not found.
    }
  }
}

/** Empty where there is none. */
function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Undefined for what is no record: it is removed, and ends nobody. */
function readRecord(path: string): RecordFile | undefined {
  try {
    return RecordFile.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}
