import type { Settings } from "../../../src-shared/settings";
import { createListeners } from "../../listeners";
import { BrainError, type DriverState } from "../turn";
import { CliRun } from "./cli-run";
import { createLocator } from "./install/locate";
import { type CliModel, listModels, resolveModel } from "./install/models";
import { describe, type Examined, errorStates, examine, unavailableIn } from "./install/readiness";
import { oneLine } from "./turn/failures";

/** Milliseconds between two looks at whether an error state has been mended. */
const lookAgain = 3000;
/** Looks that a CLI has to come back where it was. */
const patience = 6;
/** Milliseconds after which a login that the API refused is tried again, though nothing seems to have changed. */
const refusedLoginAgain = 30_000;
/** Milliseconds that a start waits for the CLI's own list of models, whose names callers may use. */
const listedWithin = 3000;

export interface ClaudeCliOptions {
  settings: () => Settings["brain"];
  /** The environment that the CLI's own is made from. */
  env: () => NodeJS.ProcessEnv;
  /** Path that wins over the setting, e.g. `BRAINSTEM_CLAUDE_PATH`. */
  chosenPath: string | undefined;
  /** Brainstem's data folder: where running processes are recorded. */
  home: string;
}

/** A program that somebody names: the CLI, one that hangs when it is asked, or neither. */
export type Probed = "cli" | "silent" | "other";

/** Brings the CLI up and keeps it up: finds it, starts its processes, goes on after an update, says what is missing. */
export class Upkeep {
  /** What the CLI itself lists as its models; empty until its first process is ready. */
  listed: CliModel[] = [];
  private current: DriverState = { state: "stopped" };
  private readonly changes = createListeners();
  private running: CliRun | undefined;
  private again: NodeJS.Timeout | undefined;
  private started: Promise<void> | undefined;
  private ending = Promise.resolve();
  /** Whose turns come to their end though nothing new is started there. */
  private readonly draining = new Set<CliRun>();
  private checking: Promise<void> | undefined;
  private readonly locator = createLocator();
  /** The look that is under way. */
  private looking: Promise<void> | undefined;
  /** Counts starts and stops, so that a slow start knows it was overtaken. */
  private epoch = 0;
  /** Ends the questions of this epoch. */
  private asking = new AbortController();

  constructor(private readonly options: ClaudeCliOptions) {}

  state(): DriverState {
    return this.current;
  }

  onState = (listener: () => void): (() => void) => this.changes.on(listener);

  async start(): Promise<void> {
    if (this.current.state !== "stopped") return;
    this.nextEpoch();
    this.become({ state: "starting" });
    this.started = this.attempt(this.epoch);
    await this.started;
  }

  /** Looks at once whether what was missing is there now; else it does so every few seconds. Resolves after the look. */
  async look(): Promise<void> {
    const { epoch } = this;
    this.locator.forget();
    await this.looking;
    if (this.looking) return this.looking;
    const { state, code } = this.current;
    if (epoch !== this.epoch || state !== "error" || code === "cli_crashed") return;
    await this.attempt(epoch);
  }

  async stop(): Promise<void> {
    this.nextEpoch();
    if (this.again) clearTimeout(this.again);
    await Promise.all([this.endRun(), ...[...this.draining].map((run) => run.end())]);
    this.become({ state: "stopped" });
  }

  wake(): void {
    this.running?.wake();
  }

  /** What the program at this path is. */
  async probe(path: string): Promise<Probed> {
    const found = await this.locator.find(path, this.options.env());
    return !found ? "other" : found.version ? "cli" : "silent";
  }

  /** Ends a start that still looks for the CLI, which may take long where it hangs. */
  giveUp(): void {
    if (this.current.state !== "starting" || this.running) return;
    this.nextEpoch();
    this.become({ state: "stopped" });
  }

  /** What runs, once it does; rejects with what is in its way. */
  async ready(): Promise<CliRun> {
    if (this.current.state === "starting") await this.started;
    const failure = this.unavailable();
    if (!this.running || failure) throw failure ?? new BrainError("stopped", "The brain is starting; try again.", 1);
    return this.running;
  }

  /** Why no turn can be taken now. */
  unavailable = (): BrainError | undefined => unavailableIn(this.current);

  private attempt(epoch: number): Promise<void> {
    if (this.again) clearTimeout(this.again);
    const looking = this.lookNow(epoch).finally(() => {
      if (this.looking === looking) this.looking = undefined;
    });
    this.looking = looking;
    return looking;
  }

  private async lookNow(epoch: number): Promise<void> {
    const found = await this.examine();
    if (epoch !== this.epoch) return;
    if (found.problem) return this.cannot(found.problem, found);
    if (!this.running && this.current.code === "cli_crashed") this.become({ state: "starting" });
    try {
      await this.beginRun(found);
    } catch (error) {
      // No room for temporary files, or none that may be written.
      return this.cannot("cli_crashed", { ...found, words: error instanceof Error ? error.message : String(error) });
    }
    if (epoch !== this.epoch) await this.endRun();
    else if (this.running && (this.current.state === "starting" || this.current.code !== "cli_crashed"))
      this.become({ state: "ready", ...describe(found) });
  }

  /** Resolves when the first process is ready, or does not come to be. */
  private beginRun(found: Examined): Promise<void> {
    const { settings, env, home } = this.options;
    return new Promise((resolve) => {
      let run: CliRun | undefined;
      run = this.running = new CliRun({
        found,
        settings,
        env,
        home,
        defaultModel: () =>
          resolveModel(settings().model, listModels(settings().models, this.listed), this.listed) ?? settings().model,
        replaced: () => this.lookAtNew(run),
        tooOld: (version) => {
          this.leaveRun("cli_too_old", { ...found, version });
          resolve();
        },
        ready: (models) => {
          if (Array.isArray(models)) this.listed = models as CliModel[];
          if (this.current.code === "cli_crashed") this.become({ state: "ready", ...describe(found) });
          resolve();
        },
        crashLoop: (words) => {
          this.become({ ...errorStates.cli_crashed({ ...found, words: oneLine(words) }), ...describe(found) });
          resolve();
        },
      });
      setTimeout(resolve, settings().spares === 0 ? 0 : listedWithin).unref();
    });
  }

  private cannot(problem: keyof typeof errorStates, found: Examined): void {
    this.become({ ...errorStates[problem](found), ...describe(found) });
    this.lookAgainIn(lookAgain);
  }

  /** Another program stands where the CLI was. Resolves when `run` may go on with it; else rejects with what is wrong. */
  private lookAtNew(run: CliRun | undefined): Promise<void> {
    const { running, epoch } = this;
    this.checking ??= (async () => {
      let found = await this.examine();
      // An update takes it away for a moment.
      for (let left = patience; found.problem === "cli_missing" && left > 0; left -= 1) {
        await new Promise((resolve) => setTimeout(resolve, lookAgain / patience));
        found = await this.examine();
      }
      if (!running || running !== this.running || epoch !== this.epoch) return;
      if (found.problem) return this.leaveRun(found.problem, found);
      running.goOnWith(found);
      if (this.current.state === "ready") this.become({ state: "ready", ...describe(found) });
    })().finally(() => {
      this.checking = undefined;
    });
    return this.checking.then(() => {
      // A process of a run that was left is of a program that nobody has found good.
      if (!run || this.running !== run)
        throw this.unavailable() ?? new BrainError("stopped", "The brain is starting.", 1);
    });
  }

  /** Starts nothing more; what runs comes to its end. */
  private leaveRun(problem: keyof typeof errorStates, found: Examined): void {
    const { running } = this;
    this.running = undefined;
    if (running) {
      this.draining.add(running);
      void running.drain().then(() => this.draining.delete(running));
    }
    this.cannot(problem, found);
  }

  private examine(): Promise<Examined> {
    const { settings, env, chosenPath } = this.options;
    return examine(this.locator, chosenPath ?? settings().claudePath, env(), this.asking.signal);
  }

  private nextEpoch(): void {
    this.epoch += 1;
    this.asking.abort();
    this.asking = new AbortController();
  }

  /** Resolves when nothing is left of this run, nor of those whose end was not waited for. */
  private endRun(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    if (running) this.ending = Promise.all([this.ending, running.end()]).then(() => {});
    return this.ending;
  }

  /** The API refused the login that the CLI has: nothing can be answered until the person logs in again. */
  loginRefused(found: Examined): void {
    if (this.current.state !== "ready") return;
    this.become({ ...errorStates.not_logged_in(found), ...describe(found) });
    this.lookAgainIn(refusedLoginAgain);
    void this.endRun();
  }

  private lookAgainIn(ms: number): void {
    const { epoch } = this;
    if (this.again) clearTimeout(this.again);
    this.again = setTimeout(() => void this.attempt(epoch), ms);
  }

  private become(state: DriverState): void {
    this.current = state;
    this.changes.tell();
  }
}
