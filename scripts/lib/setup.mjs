import { ensureClaude, ensureOldestClaude } from "./claude.mjs";
import { describeElectron, ensureElectron } from "./electron.mjs";
import { ensureGemini } from "./gemini.mjs";
import { ensurePackages } from "./packages.mjs";
import { childEnv } from "./paths.mjs";
import { say } from "./say.mjs";
import { ensureTestSystem, ensureWindowLibraries } from "./system.mjs";

/**
 * npm packages and a Claude CLI: what the brain needs without a window.
 * @returns {Promise<{ env: NodeJS.ProcessEnv }>} the environment for the product
 */
export async function setupBrain() {
  await ensurePackages();
  const claude = await ensureClaude();
  return { env: childEnv(claude.own ? {} : { BRAINSTEM_CLAUDE_PATH: claude.path }) };
}

/**
 * What the window needs. Throws SetupError where it cannot be had.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, electron: import("./electron.mjs").Electron }>}
 */
export async function setupWindow() {
  const { env } = await setupBrain();
  await ensureWindowLibraries();
  const electron = await ensureElectron();
  say(`Using ${describeElectron(electron)}`);
  return { env, electron };
}

/**
 * What the tests need: all of it, and the CLI's path, the oldest CLI's and the Gemini CLI's always by name.
 * @returns {Promise<{ env: NodeJS.ProcessEnv }>}
 */
export async function setupTests() {
  await ensurePackages();
  await ensureTestSystem();
  const [claude, oldest, gemini] = [await ensureClaude(), await ensureOldestClaude(), await ensureGemini()];
  const paths = {
    BRAINSTEM_CLAUDE_PATH: claude.path,
    BRAINSTEM_OLDEST_CLAUDE_PATH: oldest,
    BRAINSTEM_GEMINI_PATH: gemini,
  };
  return { env: childEnv(paths) };
}
