import { BrainError, type TurnEvent } from "./turn";

export interface Patience {
  firstTokenSeconds: number;
  gapSeconds: number;
  turnSeconds: number;
}

/** Milliseconds between two looks. */
const checkEvery = 100;
/** Milliseconds by which a look has to be late for the machine, or this program, to have slept. */
const asleepAbove = 3000;

/**
 * Passes a stream on and fails it with `timeout` when its first word, the next one, or the whole takes too long. Time
 * that the reader takes does not count, nor does the sleep of a laptop. Nothing in the CLI or the API ends a silent stream.
 */
export async function* watch(stream: AsyncIterable<TurnEvent>, patience: () => Patience): AsyncGenerator<TurnEvent> {
  const events = stream[Symbol.asyncIterator]();
  let began = performance.now();
  let waitsSince = began;
  let looked = began;
  let spoke = false;
  /** A tool of the backend runs: how long that takes is its own affair, within the whole. */
  let working = false;
  let fail: ((error: BrainError) => void) | undefined;
  const timer = setInterval(() => {
    const { firstTokenSeconds, gapSeconds, turnSeconds } = patience();
    const now = performance.now();
    const late = now - looked - checkEvery;
    looked = now;
    if (late > asleepAbove) {
      began += late;
      waitsSince += late;
    }
    if (now - began > turnSeconds * 1000) fail?.(tooLong("the whole answer took", turnSeconds));
    else if (!spoke && now - waitsSince > firstTokenSeconds * 1000)
      fail?.(tooLong("no first word came within", firstTokenSeconds));
    else if (spoke && !working && now - waitsSince > gapSeconds * 1000)
      fail?.(tooLong("the answer stopped for", gapSeconds));
  }, checkEvery);
  try {
    for (;;) {
      const next = await new Promise<IteratorResult<TurnEvent>>((resolve, reject) => {
        fail = reject;
        events.next().then(resolve, reject);
      });
      fail = undefined;
      if (next.done) return;
      if (next.value.type !== "accepted") spoke = true;
      working = next.value.type === "step" && next.value.tool !== undefined;
      yield next.value;
      waitsSince = performance.now();
    }
  } finally {
    clearInterval(timer);
    // A reader that leaves early leaves for all behind this: what they hold must be given back.
    void events.return?.().catch(() => {});
  }
}

function tooLong(what: string, seconds: number): BrainError {
  return new BrainError("timeout", `The turn was ended: ${what} ${seconds} s. The limits stand under Settings.`);
}
