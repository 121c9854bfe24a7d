import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { recall, remember } from "./memory.mjs";
import { writeNotices } from "./notices.mjs";
import { childEnv, root } from "./paths.mjs";
import { capture } from "./run.mjs";
import { SetupError, say, seconds } from "./say.mjs";

const SOURCES = [
  "src-main",
  "src-preload",
  "src-renderer",
  "src-shared",
  "electron.vite.config.ts",
  "scripts/lib/bundled-packages.ts",
  "scripts/lib/notices.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const RESULTS = [
  "out/main/main.cjs",
  "out/main/serve.cjs",
  "out/preload/preload.cjs",
  "out/renderer/index.html",
  "out/bundled-packages.json",
  "out/third-party.json",
];

/**
 * Bundles the sources into out/ unless they are as they were at the last time.
 * @returns {Promise<string>} the mark of the sources that out/ holds
 */
export async function ensureBuild() {
  const mark = markOf(SOURCES.map((name) => join(root, name)));
  if (recall("build") === mark && RESULTS.every((name) => existsSync(join(root, name)))) return mark;
  const started = Date.now();
  say("Building …");
  remember("build", undefined);
  const { code, output } = await capture("electron-vite", ["build"], { env: childEnv() });
  if (code !== 0) throw new SetupError(`The build failed:\n${output.trim()}`);
  writeNotices();
  remember("build", mark);
  say(`  built (${seconds(Date.now() - started)})`);
  return mark;
}

/**
 * A mark that changes when a file under these paths is added, removed or written. Tests are no part of it.
 * @param {string[]} paths files or folders; missing ones are fine
 */
export function markOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats || /\.test\.\w+$/.test(path)) return;
    if (!stats.isDirectory()) return void hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    for (const name of readdirSync(path).sort()) add(join(path, name));
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}
