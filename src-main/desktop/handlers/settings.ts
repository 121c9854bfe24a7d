import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";
import type { SettingsPatch } from "../../../src-shared/settings";
import { Failure } from "../../failure";
import { lanRefusal } from "../../lan-share";
import type { SettingsStore } from "../../storage/settings";
import type { HandlersOf } from "../ipc";

/** The store itself checks every field and says which one it did not accept. @param key the endpoint's */
export function settingsHandlers(settings: SettingsStore, key: () => string): HandlersOf<"settings"> {
  return {
    "settings.update": async (asked) => {
      const patch = asked as SettingsPatch;
      const refusal = patch.endpoint?.lan === true ? lanRefusal(key()) : undefined;
      if (refusal) throw refusal;
      const program = patch.brain?.claudePath;
      if (typeof program === "string" && program !== "") await checkProgram(program);
      return settings.update(patch);
    },
  };
}

/** Rejects with a sentence unless this is the path of a program that may be run. */
async function checkProgram(program: string): Promise<void> {
  if (!path.isAbsolute(program)) throw new Failure("program_relative");
  const found = await stat(program).catch(() => undefined);
  if (!found) throw new Failure("program_missing");
  if (found.isDirectory()) throw new Failure("program_folder");
  await access(program, constants.X_OK).catch(() => {
    throw new Failure("program_not_runnable");
  });
}
