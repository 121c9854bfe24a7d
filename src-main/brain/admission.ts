import { BrainError } from "./turn";

/** Lets a bounded number of turns run at once; more wait in order, up to a bound, and those who leave are taken out. */
export class Admission {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly limits: () => { maxTurns: number; maxQueue: number },
    private readonly changed: (running: number) => void,
  ) {}

  /**
   * Resolves with the function that gives the place back, as the abort of `signal` does too; or with undefined when
   * `signal` aborts first. Throws `busy` when the queue is full.
   */
  async enter(signal: AbortSignal): Promise<(() => void) | undefined> {
    if (signal.aborted) return undefined;
    const { maxTurns, maxQueue } = this.limits();
    if (this.running >= maxTurns) {
      if (this.queue.length >= maxQueue)
        throw new BrainError(
          "busy",
          `The brain is busy: ${maxTurns} turns are running and ${maxQueue} wait. Try again in a moment.`,
          1,
        );
      // The place is handed over: `running` stays as it is.
      if (!(await this.wait(signal))) return undefined;
    } else this.running += 1;
    this.changed(this.running);
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      signal.removeEventListener("abort", leave);
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
      this.changed(this.running);
    };
    signal.addEventListener("abort", leave);
    return leave;
  }

  /** Resolves to whether the place has come. */
  private wait(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const admit = () => {
        signal.removeEventListener("abort", leave);
        resolve(true);
      };
      const leave = () => {
        const place = this.queue.indexOf(admit);
        if (place !== -1) this.queue.splice(place, 1);
        resolve(false);
      };
      signal.addEventListener("abort", leave, { once: true });
      this.queue.push(admit);
    });
  }
}
