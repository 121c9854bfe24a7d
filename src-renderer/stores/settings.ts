import { createStore } from "zustand";
import { defaultSettings, type Settings, type SettingsPatch } from "../../src-shared/settings";
import type { Ask } from "./ask";

export interface SettingsState {
  settings: Settings;
  /** Applied at once; rejects with a sentence when it was refused. */
  update(patch: SettingsPatch): Promise<void>;
}

/** The settings, mirrored from the main process. */
export function createSettings(ask: Ask) {
  return createStore<SettingsState>()((set) => ({
    settings: defaultSettings(),
    async update(patch) {
      set({ settings: await ask("settings.update", patch) });
    },
  }));
}
