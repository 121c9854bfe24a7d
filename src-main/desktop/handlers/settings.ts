import type { SettingsPatch } from "../../../src-shared/settings";
import { checkClaudePath } from "../../service/claude-path";
import { lanRefusal } from "../../service/lan-share";
import type { Service } from "../../service/service";
import type { SettingsStore } from "../../storage/settings";
import type { HandlersOf } from "../ipc/ipc";

/** The store itself checks every field and says which one it did not accept. @param key the endpoint's */
export function settingsHandlers(
  settings: SettingsStore,
  key: () => string,
  probe: Service["probe"],
): HandlersOf<"settings"> {
  return {
    "settings.update": async (asked) => {
      const patch = asked as SettingsPatch;
      const refusal = patch.endpoint?.lan === true ? lanRefusal(key()) : undefined;
      if (refusal) throw refusal;
      const program = patch.brain?.claudePath;
      if (typeof program === "string" && program !== "") await checkClaudePath(program, probe);
      return settings.update(patch);
    },
  };
}
