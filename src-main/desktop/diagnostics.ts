import { isDeepStrictEqual } from "node:util";
import type { About } from "../../src-shared/about";
import { defaultSettings, type Settings } from "../../src-shared/settings";
import { redact } from "../logging/log-record";

export interface Diagnosed {
  about: About;
  settings: Settings;
  /** The brain's latest states, oldest first. */
  states: readonly string[];
  counts: Record<string, number>;
  /** The last lines of the log, as they are on disk. */
  log: readonly string[];
  /** Keys in use: none of them may show, wherever it comes from. */
  secrets: readonly string[];
  /** The person's home folder. */
  userHome: string;
}

/** Fields of the log whose words are the program's own; words of any other could be a person's. */
const OWN_WORDS = new Set(["time", "level", "event", "state", "reason", "code", "route", "status", "kind", "signal"]);

/** What helps to find a fault, as a text to paste: no key, no token, no word of a person or a model, no user's name. */
export function writeDiagnostics(parts: Diagnosed): string {
  const text = [
    "Brainstem diagnostics",
    ...Object.entries(parts.about).map(([name, value]) => `${name}: ${value}`),
    "",
    "Settings that are not the default:",
    ...changedSettings(parts.settings),
    "",
    "States of the brain, the last one last:",
    ...parts.states,
    "",
    ...Object.entries(parts.counts).map(([name, value]) => `${name}: ${value}`),
    "",
    "Log, without its words:",
    ...parts.log.flatMap(plainLine),
    "",
  ].join("\n");
  return withoutUser(redact(text, parts.secrets), parts.userHome);
}

function changedSettings(settings: Settings): string[] {
  const defaults = defaultSettings();
  const known = {
    ...settings,
    backends: { list: settings.backends.list.map(({ kind, models }) => ({ kind, models: models.length })) },
    // The names are a person's own words, the pages are where a person works.
    roles: { ...settings.roles, list: isDeepStrictEqual(settings.roles.list, defaults.roles.list) ? [] : "changed" },
    endpoint: { ...settings.endpoint, allowedOrigins: settings.endpoint.allowedOrigins.length },
  };
  return Object.entries(known).flatMap(([section, fields]) =>
    Object.entries(fields)
      .filter(([field]) => !isDeepStrictEqual(valueAt(settings, section, field), valueAt(defaults, section, field)))
      .map(([field, value]) => `${section}.${field} = ${JSON.stringify(value)}`),
  );
}

function valueAt(settings: Settings, section: string, field: string): unknown {
  return (settings as unknown as Record<string, Record<string, unknown>>)[section]?.[field];
}

/** A line of the log with the words that are the program's own, and with all its numbers. */
function plainLine(line: string): string[] {
  try {
    const record: Record<string, unknown> = JSON.parse(line);
    const plain = Object.entries(record).map(([name, value]) => [name, plainValue(name, value)]);
    return [JSON.stringify(Object.fromEntries(plain))];
  } catch {
    return [];
  }
}

function plainValue(name: string, value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "string" && OWN_WORDS.has(name)) return value;
  return "[hidden]";
}

function withoutUser(text: string, userHome: string): string {
  const own = userHome.length > 1 ? text.split(userHome).join("~") : text;
  return own.replace(/(?:\/home|\/Users|[A-Za-z]:\\{1,2}Users)[\\/]+[^\\/\s"',]+/g, "~");
}
