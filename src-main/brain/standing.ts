import { createListeners } from "../listeners";
import { BrainError, type DriverState } from "./turn";

/** Milliseconds between two looks at whether an error state has been mended. */
const lookAgain = 3000;

/** How a backend without a process of its own stands: looks when started, and again while something is wrong. */
export class Standing {
  private current: DriverState = { state: "stopped" };
  private readonly changes = createListeners();
  private again: NodeJS.Timeout | undefined;
  private started = Promise.resolve();
  /** Counts starts and stops, so that a slow look knows it was overtaken. */
  private epoch = 0;

  /** `look` resolves to `ready` or `error` and never rejects. */
  constructor(private readonly look: () => Promise<DriverState>) {}

  state(): DriverState {
    return this.current;
  }

  onState(listener: () => void): () => void {
    return this.changes.on(listener);
  }

  /** Resolves after the first look. */
  start(): Promise<void> {
    if (this.current.state !== "stopped") return this.started;
    this.epoch += 1;
    this.become({ state: "starting" });
    this.started = this.attempt(this.epoch);
    return this.started;
  }

  stop(): void {
    this.epoch += 1;
    if (this.again) clearTimeout(this.again);
    if (this.current.state !== "stopped") this.become({ state: "stopped" });
  }

  /** Resolves when a turn may be tried; an error state is no reason not to. Throws {@link BrainError} when stopped. */
  async enter(): Promise<void> {
    if (this.current.state === "starting") await this.started;
    if (this.current.state === "stopped") throw stopped();
  }

  /** The failure of a turn; one that was running when the backend was stopped has failed for that. */
  orStopped(failure: BrainError): BrainError {
    return this.current.state === "stopped" ? stopped() : failure;
  }

  /** Notes what a turn has found out. An error is looked at again after `ms`. */
  report(state: DriverState, ms = lookAgain): void {
    if (this.current.state === "stopped") return;
    if (this.again) clearTimeout(this.again);
    if (state.state === "error") this.lookIn(ms);
    if (state.state === this.current.state && state.reason === this.current.reason) return;
    this.become(state);
  }

  private async attempt(epoch: number): Promise<void> {
    const state = await this.look();
    if (epoch === this.epoch) this.report(state);
  }

  private lookIn(ms: number): void {
    const { epoch } = this;
    this.again = setTimeout(() => void this.attempt(epoch), ms);
  }

  private become(state: DriverState): void {
    this.current = state;
    this.changes.tell();
  }
}

function stopped(): BrainError {
  return new BrainError("stopped", "The brain is stopped. Start it in Brainstem's window or tray.");
}
