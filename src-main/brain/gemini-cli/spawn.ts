import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { everyday, pick } from "../programs/environment";
import { pathFor, startOf } from "./locate";
import type { TurnFolder } from "./turn-folder";

/** What the CLI may see of the environment. */
const inherited = [...everyday, "GOOGLE_GEMINI_BASE_URL"];
/** What a login of the person's own may be kept in or need. */
const inheritedWithLogin = [
  "DBUS_SESSION_BUS_ADDRESS",
  "GEMINI_API_KEY",
  "GOOGLE_API_KEY",
  "GOOGLE_CLOUD_PROJECT",
  "GOOGLE_CLOUD_LOCATION",
  "GOOGLE_APPLICATION_CREDENTIALS",
  "GOOGLE_GENAI_USE_GCA",
  "GOOGLE_GENAI_USE_VERTEXAI",
];

export interface GeminiStart {
  path: string;
  model: string;
  folder: TurnFolder;
  /** Undefined: the person's own login, which stands in the folder's home. */
  key: string | undefined;
  env: NodeJS.ProcessEnv;
}

/** The arguments: fixed but for the model, which was looked at. No text of a request is ever an argument. */
function toArguments({ model, folder }: GeminiStart): string[] {
  return [
    `--model=${model}`,
    "--output-format=stream-json",
    "--approval-mode=plan",
    "--extensions=none",
    "--allowed-mcp-server-names=none",
    `--session-file=${folder.session}`,
  ];
}

function toEnvironment({ path, folder, key, env }: GeminiStart): Record<string, string> {
  return {
    ...pick(env, key === undefined ? [...inherited, ...inheritedWithLogin] : inherited),
    PATH: pathFor(path, env),
    ...(key === undefined ? {} : { GEMINI_API_KEY: key }),
    GEMINI_CLI_HOME: folder.home,
    // A login that is missing is an error, not a browser window.
    NO_BROWSER: "true",
    // Reports of failures, which hold the conversation, are written here and removed with the folder.
    TMPDIR: folder.tmp,
    TEMP: folder.tmp,
    TMP: folder.tmp,
    GEMINI_SYSTEM_MD: folder.system,
    GEMINI_CLI_TRUST_WORKSPACE: "true",
    // Without it the CLI starts itself a second time.
    GEMINI_CLI_NO_RELAUNCH: "true",
    NO_COLOR: "1",
  };
}

/**
 * Starts the process of one turn in a group of its own, so that it can be ended whole. A missing program is no
 * exception but an `error` event of the child.
 */
export function spawnGemini(start: GeminiStart): ChildProcessWithoutNullStreams {
  const { command, args } = startOf(start.path);
  return spawn(command, [...args, ...toArguments(start)], {
    cwd: start.folder.cwd,
    env: toEnvironment(start),
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}
