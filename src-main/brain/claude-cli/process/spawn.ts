import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { everyday, pick } from "../../programs/environment";

/** What the CLI may see of the environment. An `ANTHROPIC_API_KEY` is not in it: it would beat the subscription. */
const inherited = [...everyday, "PATH", "ANTHROPIC_BASE_URL", "CLAUDE_CONFIG_DIR", "CLAUDE_CODE_OAUTH_TOKEN"];

/** The environment of every CLI process: built from a list, and quiet. `tmp` is a folder of its own. */
export function cliEnvironment(env: NodeJS.ProcessEnv, tmp: string): Record<string, string> {
  return {
    ...pick(env, inherited),
    TMPDIR: tmp,
    TEMP: tmp,
    TMP: tmp,
    // No @file reads, no retries, no second way of asking, no traffic but the turn's own.
    CLAUDE_CODE_DISABLE_ATTACHMENTS: "1",
    CLAUDE_CODE_MAX_RETRIES: "0",
    CLAUDE_CODE_DISABLE_NONSTREAMING_FALLBACK: "1",
    DISABLE_TELEMETRY: "1",
    DISABLE_AUTOUPDATER: "1",
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    MAX_THINKING_TOKENS: "0",
    // A history that is too long is an error: the CLI would put a summary in its place, and say nothing.
    DISABLE_COMPACT: "1",
    DISABLE_AUTO_COMPACT: "1",
    // A client's tools reach the model whole and at once, and its results are not moved into files.
    ENABLE_TOOL_SEARCH: "false",
    MAX_MCP_OUTPUT_TOKENS: "10000000",
    CLAUDE_CODE_MAX_MCP_DESCRIPTION_LENGTH: "1000000",
    MCP_TOOL_TIMEOUT: "86400000",
    CLAUDE_CODE_MCP_AUTO_BACKGROUND_MS: "86400000",
    CLAUDE_CODE_SDK_MCP_TOOL_IDLE_TIMEOUT: "86400000",
  };
}

/** What every process is started with. No text of a request is ever an argument. */
export const safeArguments: readonly string[] = [
  "-p",
  ...["--input-format", "stream-json"],
  ...["--output-format", "stream-json"],
  "--include-partial-messages",
  "--verbose",
  "--no-session-persistence",
  "--restricted",
  "--strict-mcp-config",
  ...["--setting-sources", ""],
  "--disable-slash-commands",
];

/** The arguments of a chat's process: fixed but for the model, which comes from the allowlist. */
function cliArguments(model: string): string[] {
  return [
    ...safeArguments,
    ...["--permission-mode", "dontAsk"],
    ...["--tools", ""],
    ...["--allowedTools", "mcp__client__*"],
    ...["--effort", "low"],
    ...["--model", model],
  ];
}

/** Where processes run: an empty folder with a neutral path (the model is told it) and one for temporary files. */
export interface RunFolder {
  cwd: string;
  tmp: string;
}

/** Makes what is missing: a cleaner of temporary folders may have been there since. */
export function prepareRunFolder(folder: string): RunFolder {
  const made = { cwd: join(folder, "chat"), tmp: join(folder, "tmp") };
  for (const path of Object.values(made)) mkdirSync(path, { recursive: true, mode: 0o700 });
  return made;
}

/** Starts the process of a chat in the folder that is kept for them. */
export function spawnCli(options: {
  path: string;
  model: string;
  folder: RunFolder;
  env: NodeJS.ProcessEnv;
}): ChildProcessWithoutNullStreams | Error {
  const { path, model, folder, env } = options;
  return startCli(path, cliArguments(model), folder.cwd, cliEnvironment(env, folder.tmp));
}

/**
 * Starts one CLI process in a group of its own, so that it can be ended whole. A missing program is no exception but
 * an `error` event of the child. What the system refuses at once is returned: a program that is being written just
 * now, or too many open files.
 */
export function startCli(
  path: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
): ChildProcessWithoutNullStreams | Error {
  try {
    const child = spawn(path, args, {
      cwd,
      env,
      stdio: ["pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    if (child.stdout) return child;
    (child as ChildProcess).on("error", () => {});
    return new Error("too many files are open");
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
