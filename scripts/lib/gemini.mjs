import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./paths.mjs";
import { capture } from "./run.mjs";
import { SetupError, say, seconds } from "./say.mjs";

const PINNED_GEMINI = "0.61.0";

/** The Gemini CLI that the tests run on; resolves to its path. */
export async function ensureGemini() {
  const prefix = join(cache, "gemini");
  const path = join(prefix, "node_modules/.bin", process.platform === "win32" ? "gemini.cmd" : "gemini");
  if (existsSync(path) && versionIn(prefix) === PINNED_GEMINI) return path;
  const started = Date.now();
  say(`Fetching the Gemini CLI ${PINNED_GEMINI} …`);
  const spec = `@google/gemini-cli@${PINNED_GEMINI}`;
  // What it has besides (a terminal, a keychain) would have to be compiled, and no test uses it.
  const flags = ["--omit=optional", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const { code, output } = await capture("npm", ["install", "--prefix", prefix, ...flags, spec]);
  if (code !== 0 || !existsSync(path)) {
    throw new SetupError(`The Gemini CLI, which the tests need, could not be fetched.\n${output.trim()}`);
  }
  say(`  Gemini CLI ${PINNED_GEMINI} is there (${seconds(Date.now() - started)})`);
  return path;
}

function versionIn(prefix) {
  try {
    return JSON.parse(readFileSync(join(prefix, "node_modules/@google/gemini-cli/package.json"), "utf8")).version;
  } catch {
    return undefined;
  }
}
