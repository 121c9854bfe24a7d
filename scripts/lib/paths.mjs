import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/** What setup fetched and remembers; safe to delete. */
export const cache = join(root, ".cache");

/** The Node that runs the product and its tools: the one in node_modules where it is there, else this one. */
export function nodeBinary() {
  const own = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(own) ? own : process.execPath;
}

/**
 * The environment for children: the project's own tools, its Node among them, come first in PATH.
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnv(more = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return { ...process.env, [key]: [join(root, "node_modules/.bin"), process.env[key] ?? ""].join(delimiter), ...more };
}
