import type { Service } from "../service";
import type { SettingsStore } from "../storage/settings";

/** The one switch that the window, the tray and the start of the app share. */
export interface BrainSwitch {
  isOn(): boolean;
  /** Starts it, or tries again in the error state. */
  turnOn(): Promise<void>;
  turnOff(): Promise<void>;
}

/** What the person wants is saved before it is acted on, so that it survives a crash in between. */
export function createBrainSwitch(settings: SettingsStore, service: Pick<Service, "start" | "stop">): BrainSwitch {
  return {
    isOn: () => settings.get().brain.on,
    async turnOn() {
      await settings.update({ brain: { on: true } });
      await service.start();
    },
    async turnOff() {
      await settings.update({ brain: { on: false } });
      await service.stop();
    },
  };
}
