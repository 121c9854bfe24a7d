import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cache } from "./paths.mjs";

const file = join(cache, "setup.json");

/** What setup remembered under a name, or undefined. */
export function recall(name) {
  return read()[name];
}

/** Remembers a JSON value under a name for the next command. */
export function remember(name, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...read(), [name]: value }, null, 2)}\n`);
}

/** Changes whenever the file at `path` does; undefined when there is none. */
export function fingerprint(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && `${path}:${stats.size}:${Math.round(stats.mtimeMs)}`;
}

function read() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
