import { type Cached, writeCache } from "./catalog";

const SAVE_MS = 5000;

/** Writes the list of the conversations, so that the next start need not read them all. */
export class SummaryCache {
  private timer: NodeJS.Timeout | undefined;
  private written = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly list: () => Cached[],
  ) {}

  saveSoon(): void {
    this.timer ??= setTimeout(() => this.save(), SAVE_MS).unref();
  }

  /** Resolves when nothing is being written. */
  settled(): Promise<void> {
    return this.written;
  }

  async close(): Promise<void> {
    this.save();
    await this.written;
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const now = this.list();
    // A missing or old list only makes the next start slower.
    this.written = this.written.then(() => writeCache(this.folder, now)).catch(() => {});
  }
}
