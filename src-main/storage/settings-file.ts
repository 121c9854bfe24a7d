import { readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { Settings } from "../../src-shared/settings";
import { Failure } from "../failure";
import { codeOf, valueFailure } from "./failure";
import { moveAside } from "./replace-file";

export type Json = Record<string, unknown>;

/** The schema of every setting by section and field. */
export const SECTIONS: [string, z.ZodObject][] = Object.entries(Settings.shape);

export function isJsonObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads the file as it is. One that is no JSON object is moved aside; `problems` tells of it. */
export async function readSettingsFile(file: string, problems: Failure[]): Promise<Json> {
  const name = path.basename(file);
  try {
    const value: unknown = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return {};
  }
  try {
    problems.push(new Failure("settings_kept", { file: name, kept: await moveAside(file) }));
  } catch {
    problems.push(new Failure("settings_unread", { file: name }));
  }
  return {};
}

/** The settings that a file's content means: each missing or bad field takes its own default, each bad one is named. */
export function understand(content: Json, problems: Failure[]): Settings {
  const settings: Record<string, Json> = {};
  for (const [section, schema] of SECTIONS) {
    const given = content[section] ?? {};
    if (!isJsonObject(given)) problems.push(new Failure("settings_section", { section }));
    const fields: Json = {};
    for (const [field, type] of Object.entries(schema.shape)) {
      const parsed = type.safeParse(isJsonObject(given) ? given[field] : undefined);
      fields[field] = parsed.success ? parsed.data : type.parse(undefined);
      if (!parsed.success) {
        const told = { field: `${section}.${field}`, value: JSON.stringify(fields[field]) };
        problems.push(valueFailure("settings_field", parsed.error.issues[0], told));
      }
    }
    settings[section] = fields;
  }
  return Settings.parse(settings);
}
