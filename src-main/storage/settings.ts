import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Settings, SettingsPatch } from "../../src-shared/settings";
import type { Failure } from "../failure";
import { createListeners } from "../listeners";
import { fileFailure, valueFailure } from "./failure";
import { Queue } from "./queue";
import { replaceFile } from "./replace-file";
import { isJsonObject, type Json, readSettingsFile, SECTIONS, understand } from "./settings-file";

export interface SettingsStore {
  /** The settings in force; a new object after each change, never altered in place. */
  get(): Settings;
  /**
   * Saves a change, then tells the listeners. Rejects with a sentence that names the field when a value is not
   * accepted, or says why it could not be saved; then nothing has changed.
   */
  update(patch: SettingsPatch): Promise<Settings>;
  /** Returns the function that ends the subscription. */
  onChange(listener: (settings: Settings) => void): () => void;
  /** What was wrong in the file at start. */
  problems: Failure[];
}

/** Opens `settings.json` in `home`; a missing or broken file means the defaults. Never rejects over its content. */
export async function openSettings(home: string): Promise<SettingsStore> {
  const file = path.join(home, "settings.json");
  const problems: Failure[] = [];
  const changes = createListeners<Settings>();
  const queue = new Queue();
  let content = await readSettingsFile(file, problems);
  let settings = understand(content, problems);

  return {
    problems,
    get: () => settings,
    update: (patch) =>
      queue.run(async () => {
        const changed = apply(content, patch);
        if (isDeepStrictEqual(changed, content)) return settings;
        await replaceFile(file, `${JSON.stringify(changed, null, 2)}\n`).catch((error: unknown) => {
          throw fileFailure("settings_unsaved", error);
        });
        content = changed;
        const before = settings;
        settings = understand(content, []);
        if (!isDeepStrictEqual(before, settings)) changes.tell(settings);
        return settings;
      }),
    onChange: changes.on,
  };
}

/** The file's content with a patch applied: unknown keys stay, a value that equals its default is left out. */
function apply(content: Json, patch: SettingsPatch): Json {
  const result: Json = { ...content };
  for (const [section, fields] of Object.entries(patch)) {
    const schema = SECTIONS.find(([name]) => name === section)?.[1];
    if (!schema || !isJsonObject(fields)) throw new Error(`There is no group of settings "${section}".`);
    const old = content[section];
    const group: Json = isJsonObject(old) ? { ...old } : {};
    for (const [field, value] of Object.entries(fields)) {
      const type = Object.hasOwn(schema.shape, field) ? schema.shape[field] : undefined;
      if (!type) throw new Error(`There is no setting "${section}.${field}".`);
      const parsed = type.safeParse(value);
      if (!parsed.success) {
        throw valueFailure("setting_refused", parsed.error.issues[0], { name: `${section}.${field}` });
      }
      if (isDeepStrictEqual(parsed.data, type.parse(undefined))) delete group[field];
      else group[field] = parsed.data;
    }
    if (Object.keys(group).length > 0) result[section] = group;
    else delete result[section];
  }
  return result;
}
