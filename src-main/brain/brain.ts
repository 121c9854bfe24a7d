import type { Settings } from "../../src-shared/settings";
import { Admission } from "./admission";
import { BrainError, type Driver, type ErrorKind, type Model, type TurnEvent, type TurnRequest } from "./turn";
import { watch } from "./watchdog";

/** What answers: the window and the endpoint use nothing else. */
export interface Brain {
  /**
   * Runs one turn. Throws {@link BrainError} before or between events; ends early without an error when `signal`
   * aborts. An `accepted` event may come twice: a turn that failed before its first word is tried once more.
   */
  run(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
  /** What callers may ask for by name. */
  models(): Promise<Model[]>;
}

/** Failures that another attempt may well not meet. */
const worthAnother: ReadonlySet<ErrorKind> = new Set(["overloaded", "upstream_failed", "cli_crashed"]);

export function createBrain(options: {
  driver: Driver;
  settings: () => Settings["brain"];
  /** Told how many turns run, whenever that may have changed. */
  changed: (running: number) => void;
}): Brain {
  const { driver, settings, changed } = options;
  const admission = new Admission(settings, changed);

  async function* attempt(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const ended = new AbortController();
    const abort = () => ended.abort();
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    try {
      yield* watch(driver.run(request, ended.signal), settings);
    } finally {
      signal.removeEventListener("abort", abort);
      // However it ended, the backend is told: a turn that nobody reads must not go on.
      abort();
    }
  }

  async function* run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const leave = await admission.enter(signal);
    signal.addEventListener("abort", leave, { once: true });
    let spoke = false;
    try {
      for (let first = true; ; first = false) {
        try {
          for await (const event of attempt(request, signal)) {
            if (event.type !== "accepted") spoke = true;
            if (event.type === "done") leave();
            yield event;
          }
          return;
        } catch (error) {
          const again = first && !spoke && error instanceof BrainError && worthAnother.has(error.kind);
          if (!again || signal.aborted) throw error;
        }
      }
    } finally {
      leave();
    }
  }

  return { run, models: async () => driver.models() };
}
