import type { Service } from "../service";
import type { SettingsStore } from "../storage/settings";

/** The one switch that the window, the tray and the start of the app share. */
export interface BrainSwitch {
  isOn(): boolean;
  /** Starts it, or tries again in the error state. */
  turnOn(): Promise<void>;
  turnOff(): Promise<void>;
}

/**
 * What the person wants is saved before it is acted on, so that it survives a crash in between. Where it cannot be saved
 * it is done all the same, and the rejection tells that it will not be remembered.
 */
export function createBrainSwitch(settings: SettingsStore, service: Pick<Service, "start" | "stop">): BrainSwitch {
  const want = async (on: boolean, act: () => Promise<void>): Promise<void> => {
    const failure = await settings.update({ brain: { on } }).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    await act();
    if (failure) throw failure.error;
  };
  return {
    isOn: () => settings.get().brain.on,
    turnOn: () => want(true, service.start),
    turnOff: () => want(false, service.stop),
  };
}
