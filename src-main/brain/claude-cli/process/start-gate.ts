import { cpus } from "node:os";
import { BrainError } from "../../turn";

/** Milliseconds after which a process that has said nothing no longer holds up the next start. */
const longestStart = 3000;

/**
 * Lets as many processes start at once as there are processors, in order: a start is half a second of computing, and
 * many at once would all be ready only when the last one is.
 */
export class StartGate {
  private free = Math.max(2, cpus().length);
  private readonly queue: (() => void)[] = [];

  /** Resolves when a start may begin; throws `stopped` when `signal` gives the place in the queue up. */
  async enter(signal: AbortSignal): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.queue.push(resolve);
      const leave = () => {
        const place = this.queue.indexOf(resolve);
        if (place === -1) return;
        this.queue.splice(place, 1);
        reject(new BrainError("stopped", "The caller left before the turn began."));
      };
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  /** Gives the place back once the start is over. */
  leaveWhen(started: Promise<unknown>): void {
    let left = false;
    const leave = () => {
      clearTimeout(timer);
      if (left) return;
      left = true;
      const next = this.queue.shift();
      if (next) next();
      else this.free += 1;
    };
    const timer = setTimeout(leave, longestStart);
    void started.then(leave);
  }
}
