import { readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { Settings } from "../../src-shared/settings";
import { codeOf } from "./failure";
import { moveAside } from "./replace-file";

export type Json = Record<string, unknown>;

/** The schema of every setting by section and field. */
export const SECTIONS: [string, z.ZodObject][] = Object.entries(Settings.shape);

export function isJsonObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads the file as it is. One that is no JSON object is moved aside; `problems` gets a sentence about it. */
export async function readSettingsFile(file: string, problems: string[]): Promise<Json> {
  const name = path.basename(file);
  try {
    const value: unknown = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return {};
  }
  try {
    problems.push(`${name} could not be read and was kept as ${await moveAside(file)}; the defaults apply.`);
  } catch {
    problems.push(`${name} could not be read; the defaults apply.`);
  }
  return {};
}

/** The settings that a file's content means: each missing or bad field takes its own default, each bad one is named. */
export function understand(content: Json, problems: string[]): Settings {
  const settings: Record<string, Json> = {};
  for (const [section, schema] of SECTIONS) {
    const given = content[section] ?? {};
    if (!isJsonObject(given))
      problems.push(`"${section}" in settings.json is no group of settings; its defaults apply.`);
    const fields: Json = {};
    for (const [field, type] of Object.entries(schema.shape)) {
      const parsed = type.safeParse(isJsonObject(given) ? given[field] : undefined);
      fields[field] = parsed.success ? parsed.data : type.parse(undefined);
      if (!parsed.success) {
        const why = parsed.error.issues[0]?.message ?? "not accepted";
        problems.push(
          `"${section}.${field}" in settings.json is not usable (${why}); ${JSON.stringify(fields[field])} applies.`,
        );
      }
    }
    settings[section] = fields;
  }
  return Settings.parse(settings);
}
