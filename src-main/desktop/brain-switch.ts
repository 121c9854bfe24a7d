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
 * What the person wants is saved before it is acted on, so that it survives a crash in between. Where the brain is not
 * to start with the app it begins as off; the saved wish stays what it was until the switch is used.
 */
export function createBrainSwitch(settings: SettingsStore, service: Pick<Service, "start" | "stop">): BrainSwitch {
  const { brain, startup } = settings.get();
  let on = brain.on && startup.startBrain;
  const turn = async (wanted: boolean) => {
    await settings.update({ brain: { on: wanted } });
    on = wanted;
    await (wanted ? service.start() : service.stop());
  };
  return { isOn: () => on, turnOn: () => turn(true), turnOff: () => turn(false) };
}
