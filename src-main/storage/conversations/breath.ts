import { setImmediate } from "node:timers/promises";

/** Milliseconds that reading and searching may hold up everything else. */
const LONGEST_MS = 4;

/** Cuts long work into slices: between its pieces, `if (breath.due()) await breath.take()`. */
export class Breath {
  private since = performance.now();

  due(): boolean {
    return performance.now() - this.since > LONGEST_MS;
  }

  /** Lets everything else have its turn. */
  async take(): Promise<void> {
    await setImmediate();
    this.since = performance.now();
  }
}
