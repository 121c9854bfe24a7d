import type { SettingsPatch } from "../../../src-shared/settings";
import type { SettingsStore } from "../../storage/settings";
import type { HandlersOf } from "../ipc";

/** The store itself checks every field and says which one it did not accept. */
export function settingsHandlers(settings: SettingsStore): HandlersOf<"settings"> {
  return { "settings.update": (patch) => settings.update(patch as SettingsPatch) };
}
