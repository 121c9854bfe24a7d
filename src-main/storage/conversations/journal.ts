import { constants } from "node:fs";
import { appendFile, open, readFile, rename, truncate } from "node:fs/promises";
import path from "node:path";
import { replaceFile, syncFolder } from "../replace-file";
import { readLines } from "./lines";
import { type Entry, encode } from "./record";

/**
 * The file of one conversation: entries are appended, a damaged one is repaired before anything is added to it.
 * Calls must not overlap. All reject with the system's error.
 */
export class Journal {
  /** Length of the file while all its lines are known to be whole. */
  private sound: number | undefined;

  /** `damaged` is told when something was put aside that was no write cut off at the end. */
  constructor(
    private file: string,
    private readonly damaged: () => void = () => {},
  ) {}

  /** Bytes on disk, as far as known: what tells whether a cached summary is still true. */
  get size(): number | undefined {
    return this.sound;
  }

  /** Makes the file with its first entries, durably. */
  async begin(entries: Entry[]): Promise<void> {
    const lines = entries.map(encode).join("");
    await replaceFile(this.file, lines);
    this.sound = Buffer.byteLength(lines);
  }

  /** Where the file will be made. */
  place(file: string): void {
    this.file = file;
  }

  /** All entries. What is damaged is put into `<file>.damaged` and taken out; where that fails it is only skipped. */
  async read(): Promise<Entry[]> {
    const bytes = await readFile(this.file);
    const { entries } = await this.repair(bytes).catch(() => readLines(bytes));
    return entries;
  }

  /** Adds entries in one write; `durable` waits until they are on the disk itself. */
  async write(entries: Entry[], durable: boolean): Promise<void> {
    const start = this.sound ?? (await this.repair(await readFile(this.file))).length;
    const bytes = Buffer.from(entries.map(encode).join(""));
    // Never made anew: a conversation that someone deleted does not come back as a fragment.
    const handle = await open(this.file, constants.O_WRONLY | constants.O_APPEND);
    this.sound = undefined;
    try {
      await handle.writeFile(bytes);
      if (durable) await handle.datasync();
      await handle.close();
    } catch (error) {
      await handle.close().catch(() => {});
      // What a full disk let through must not stay in front of the next entry.
      const undone = await truncate(this.file, start).then(
        () => true,
        () => false,
      );
      if (undone) this.sound = start;
      throw error;
    }
    this.sound = start + bytes.length;
  }

  async moveTo(file: string): Promise<void> {
    await rename(this.file, file);
    await rename(`${this.file}.damaged`, `${file}.damaged`).catch(() => {});
    const from = path.dirname(this.file);
    this.file = file;
    await syncFolder(from);
    await syncFolder(path.dirname(file));
  }

  private async repair(bytes: Buffer): Promise<{ entries: Entry[]; length: number }> {
    const { entries, damaged, repaired, cutOff } = await readLines(bytes);
    if (repaired) {
      const rescue = Buffer.concat(damaged.flatMap((line) => [line, Buffer.from("\n")]));
      if (rescue.length > 0) await appendFile(`${this.file}.damaged`, rescue, { mode: 0o600 });
      await replaceFile(this.file, repaired);
      if (damaged.length > (cutOff ? 1 : 0)) this.damaged();
    }
    this.sound = (repaired ?? bytes).length;
    return { entries, length: this.sound };
  }
}
