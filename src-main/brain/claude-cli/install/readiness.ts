import type { ClaudeLogin, ErrorReason } from "../../../../src-shared/brain-status";
import { BrainError, type DriverState } from "../../turn";
import { compareVersions, type Locator, oldestCli } from "./locate";
import { readLogin } from "./login";

/** The CLI as it was found; without a `problem` it can answer. `words` is what it said when it ended. */
export interface Examined {
  path: string;
  version: string;
  /** Tells whether the program on disk is still this one; see `cli-stamp.ts`. */
  stamp: string;
  login?: ClaudeLogin;
  problem?: "cli_missing" | "cli_unresponsive" | "cli_too_old" | "not_logged_in";
  words?: string;
}

/** Looks for the CLI, its version and its login. */
export async function examine(
  locator: Locator,
  chosenPath: string,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<Examined> {
  const cli = await locator.find(chosenPath, env, signal);
  if (!cli) return { path: "", version: "", stamp: "", problem: "cli_missing" };
  if (!cli.version) return { ...cli, problem: "cli_unresponsive" };
  if (compareVersions(cli.version, oldestCli) < 0) return { ...cli, problem: "cli_too_old" };
  const login = await readLogin(cli.path, env, signal);
  return login ? { ...cli, login } : { ...cli, problem: "not_logged_in" };
}

/** The error states of this backend, in words that say what to do. */
export const errorStates: Record<Exclude<ErrorReason, "port_taken">, (found: Examined) => DriverState> = {
  cli_missing: () => ({
    state: "error",
    code: "cli_missing",
    reason: "Claude CLI not found",
    help: "Install the Claude CLI with `npm install -g @anthropic-ai/claude-code`, or choose its path under Settings. Brainstem goes on by itself once it is there.",
  }),
  cli_unresponsive: (found) => ({
    state: "error",
    code: "cli_unresponsive",
    reason: "Claude CLI does not answer",
    help: `The program ${found.path} hangs when it is asked for its version. Run \`claude --version\` in a terminal to see why, or choose another under Settings. Brainstem goes on by itself once it answers.`,
  }),
  cli_too_old: (found) => ({
    state: "error",
    code: "cli_too_old",
    reason: `Claude CLI ${found.version} is too old`,
    help: `Brainstem needs version ${oldestCli} or newer. Update it with \`claude update\` or \`npm install -g @anthropic-ai/claude-code\`.`,
  }),
  not_logged_in: () => ({
    state: "error",
    code: "not_logged_in",
    reason: "not logged in",
    help: "Log in to Claude: run `claude auth login` in a terminal. Brainstem goes on by itself once you are logged in.",
  }),
  cli_crashed: (found) => ({
    state: "error",
    code: "cli_crashed",
    reason: "the Claude CLI keeps ending",
    help: `The Claude CLI ends as soon as it is started${found.words ? ` (${found.words})` : ""}. Run \`claude\` in a terminal to see why. Brainstem tries again by itself.`,
  }),
};

/** What a state tells of the CLI. */
export function describe(found: Examined): Pick<DriverState, "cliPath" | "cliVersion" | "login"> {
  const { path, version, login } = found;
  return path ? { cliPath: path, ...(version ? { cliVersion: version } : {}), ...(login ? { login } : {}) } : {};
}

/** Why no turn can be taken in this state. */
export function unavailableIn({ state, code, help = "" }: DriverState): BrainError | undefined {
  if (state === "ready") return undefined;
  if (state === "stopped")
    return new BrainError("stopped", "The brain is stopped. Start it in Brainstem's window or tray.");
  if (state === "starting") return new BrainError("stopped", "The brain is starting; try again in a moment.", 1);
  const kind = code === "not_logged_in" ? "auth_expired" : code === "port_taken" || !code ? "stopped" : code;
  return new BrainError(kind, help);
}
