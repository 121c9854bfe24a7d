import type { Service } from "../service/service";
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
 * it is done all the same, and the rejection tells that it will not be remembered. Where the brain is not to start with
 * the app it begins as off; the saved wish stays what it was until the switch is used.
 */
export function createBrainSwitch(settings: SettingsStore, service: Pick<Service, "start" | "stop">): BrainSwitch {
  const { brain, startup } = settings.get();
  let on = brain.on && startup.startBrain;
  const turn = async (wanted: boolean) => {
    const failure = await settings.update({ brain: { on: wanted } }).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    on = wanted;
    await (wanted ? service.start() : service.stop());
    if (failure) throw failure.error;
  };
  return { isOn: () => on, turnOn: () => turn(true), turnOff: () => turn(false) };
}
