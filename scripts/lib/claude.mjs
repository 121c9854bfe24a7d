import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fingerprint, recall, remember } from "./memory.mjs";
import { cache, childEnv } from "./paths.mjs";
import { capture } from "./run.mjs";
import { SetupError, say, seconds } from "./say.mjs";
import { compareVersions, parseVersion } from "./version.mjs";

/** Older ones cannot be handed a history safely. */
const OLDEST_CLAUDE = "2.1.248";
const PINNED_CLAUDE = "2.1.330";

/**
 * The Claude CLI that the app is to use: the person's own where it is recent enough, else one of the project's.
 * @returns {Promise<{ path: string, own: boolean }>} `own`: the app finds it by itself
 */
export async function ensureClaude() {
  for (const path of claudeCandidates(process.env, homedir(), process.platform)) {
    const version = isProgram(path) ? await versionOf(path) : undefined;
    if (version && compareVersions(version, OLDEST_CLAUDE) >= 0) return { path, own: true };
    if (version) say(`Your Claude CLI at ${path} is ${version}; Brainstem needs ${OLDEST_CLAUDE} or newer.`);
  }
  return { path: await fetched("claude", PINNED_CLAUDE), own: false };
}

/** The oldest CLI that is supported, for the tests; resolves to its path. */
export function ensureOldestClaude() {
  return fetched("claude-oldest", OLDEST_CLAUDE);
}

/**
 * Where a person's own CLI may be, in the order in which they are tried. A path that was set stands alone.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @param {NodeJS.Platform} platform
 */
export function claudeCandidates(env, home, platform) {
  if (env.BRAINSTEM_CLAUDE_PATH) return [env.BRAINSTEM_CLAUDE_PATH];
  const name = platform === "win32" ? "claude.exe" : "claude";
  const folders = [
    ...(env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder && !folder.includes("node_modules")),
    join(home, ".local/bin"),
    join(home, ".claude/local"),
    "/opt/homebrew/bin",
    "/usr/local/bin",
    join(home, ".npm-global/bin"),
  ];
  return [...new Set(folders.map((folder) => join(folder, name)))];
}

async function fetched(folder, version) {
  const prefix = join(cache, folder);
  const known = findBinary(prefix);
  if (known && (await versionOf(known)) === version) return known;
  const started = Date.now();
  say(`Fetching the Claude CLI ${version} …`);
  const spec = `@anthropic-ai/claude-code@${version}`;
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const { code, output } = await capture("npm", ["install", "--prefix", prefix, ...flags, spec]);
  const path = findBinary(prefix);
  if (code !== 0 || !path) {
    throw new SetupError(
      `The Claude CLI could not be fetched; install it yourself (npm i -g ${spec}).\n${output.trim()}`,
    );
  }
  say(`  Claude CLI ${version} is there (${seconds(Date.now() - started)})`);
  return path;
}

/** The binary inside the platform's own package, which needs no install script. */
function findBinary(prefix) {
  const scope = join(prefix, "node_modules/@anthropic-ai");
  if (!existsSync(scope)) return undefined;
  return readdirSync(scope)
    .filter((name) => name.startsWith("claude-code-"))
    .map((name) => join(scope, name, process.platform === "win32" ? "claude.exe" : "claude"))
    .find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Asks a CLI its version, once for each form of the file. */
async function versionOf(path) {
  const mark = fingerprint(path);
  const known = recall("claudeVersions") ?? {};
  if (known[mark]) return known[mark];
  const { code, stdout } = await capture(path, ["--version"], { env: childEnv(), timeoutMs: 20_000 });
  const version = code === 0 ? parseVersion(stdout) : undefined;
  if (version) remember("claudeVersions", { ...known, [mark]: version });
  return version;
}
