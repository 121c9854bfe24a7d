import { BrainError } from "./turn";

/** Lets a bounded number of turns run at once; more wait in order, up to a bound, and those who leave are taken out. */
export class Admission {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly limits: () => { maxTurns: number; maxQueue: number },
    private readonly changed: (running: number) => void,
  ) {}

  /** Resolves with the function that gives the place back. Throws `busy` when the queue is full, `stopped` on abort. */
  async enter(signal: AbortSignal): Promise<() => void> {
    const { maxTurns, maxQueue } = this.limits();
    if (this.running >= maxTurns) {
      if (this.queue.length >= maxQueue)
        throw new BrainError(
          "busy",
          `The brain is busy: ${maxTurns} turns are running and ${maxQueue} wait. Try again in a moment.`,
          1,
        );
      // The place is handed over: `running` stays as it is.
      await this.wait(signal);
    } else this.running += 1;
    this.changed(this.running);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
      this.changed(this.running);
    };
  }

  private wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const admit = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        const place = this.queue.indexOf(admit);
        if (place !== -1) this.queue.splice(place, 1);
        reject(new BrainError("stopped", "The caller left before the turn began."));
      };
      signal.addEventListener("abort", leave, { once: true });
      this.queue.push(admit);
    });
  }
}
