import type { Settings } from "../../src-shared/settings";
import { onAbort } from "../on-abort";
import { Admission } from "./admission";
import { type Candidate, Routing } from "./routing";
import { BrainError, type Driver, type ErrorKind, type Model, type TurnEvent, type TurnRequest } from "./turn";
import { watch } from "./watchdog";

/** What answers: the window and the endpoint use nothing else. */
export interface Brain {
  /**
   * Runs one turn. Throws {@link BrainError} before or between events; ends early without an error when `signal`
   * aborts. `accepted` may come more than once: a turn that failed before its first word is tried again, elsewhere
   * where the model is a role. The last one tells who answered.
   */
  run(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
  /** What callers may ask for by name. */
  models(): Promise<Model[]>;
}

/** Failures that another attempt at the same backend may well not meet. */
const worthAnother: ReadonlySet<ErrorKind> = new Set(["overloaded", "upstream_failed", "cli_crashed"]);
/** Failures that say nothing of another backend: the request itself is at fault, or the caller has gone. */
const theRequestsOwn: ReadonlySet<ErrorKind> = new Set(["invalid_request", "context_too_long", "busy"]);

export function createBrain(options: {
  drivers: () => readonly Driver[];
  settings: () => Pick<Settings, "brain" | "roles">;
  /** Told how many turns run, whenever that may have changed. */
  changed: (running: number) => void;
}): Brain {
  const { drivers, settings, changed } = options;
  const admission = new Admission(() => settings().brain, changed);
  const routing = new Routing(
    drivers,
    () => settings().roles.list,
    () => settings().brain.model,
  );

  async function* attempt(
    request: TurnRequest,
    { driver, model }: Candidate,
    signal: AbortSignal,
    hasBackup: boolean,
  ): AsyncGenerator<TurnEvent> {
    const ended = new AbortController();
    const abort = () => ended.abort();
    const release = onAbort(signal, abort);
    const patience = () => {
      const { brain, roles } = settings();
      const firstTokenSeconds = hasBackup
        ? Math.min(roles.fallbackSeconds, brain.firstTokenSeconds)
        : brain.firstTokenSeconds;
      return { ...brain, firstTokenSeconds };
    };
    let failure: unknown;
    try {
      for await (const event of watch(driver.run({ ...request, model }, ended.signal), patience))
        yield event.type === "accepted" ? { model, ...event } : event;
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      release();
      // However it ended, the backend is told: a turn that nobody reads must not go on.
      ended.abort(failure);
    }
  }

  /** The attempts of a turn: every candidate once; the only one a second time. */
  function attemptsOf(request: TurnRequest): Candidate[] {
    const candidates = routing.candidates(request.model);
    return candidates.length === 1 ? [...candidates, ...candidates] : candidates;
  }

  async function* run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    const attempts = attemptsOf(request);
    const leave = await admission.enter(signal);
    if (!leave) return;
    let spoke = false;
    try {
      for (const [index, candidate] of attempts.entries()) {
        const next = attempts[index + 1];
        const elsewhere = next !== undefined && next.driver !== candidate.driver;
        try {
          for await (const event of attempt(request, candidate, signal, elsewhere)) {
            if (event.type !== "accepted") spoke = true;
            if (event.type === "done") leave();
            yield event;
          }
          routing.note(candidate.driver, false);
          return;
        } catch (error) {
          if (signal.aborted) return;
          if (!(error instanceof BrainError)) throw error;
          const outage = !theRequestsOwn.has(error.kind);
          routing.note(candidate.driver, outage);
          const again = next && !spoke && (elsewhere ? outage : worthAnother.has(error.kind));
          if (!again) throw error;
        }
      }
    } finally {
      leave();
    }
  }

  return { run, models: async () => routing.models() };
}
