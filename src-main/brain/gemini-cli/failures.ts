import { keyRefused, toBrainError } from "../http/failure";
import { BrainError, type DriverState } from "../turn";
import type { Ended } from "./process";

/** Exit code of the CLI where it has no login it can use. */
const noLogin = 41;

/** What a failed turn means. `said` are the CLI's own words, its stderr has the status that it leaves out there. */
export function readFailure(backend: string, said: string | undefined, ended: Ended): BrainError {
  const words = readWords(said ?? lastLine(ended.words));
  if (ended.code === noLogin || /api key not valid|api_key_invalid|please set an auth method/i.test(words))
    return keyRefused(backend, words);
  const status = Number(/\b(?:status|code)\\?"?: ?(\d{3})\b/.exec(`${said} ${ended.words}`)?.[1]);
  if (said === undefined && !status)
    return new BrainError("cli_crashed", `The Gemini CLI of "${backend}" ended without an answer: ${words}`, 1);
  return toBrainError(backend, { status: status || undefined, words });
}

/** `[API Error: {"error":{"message":"…"}}]` in plain words. */
function readWords(said: string): string {
  const inner = /^\[API Error: ([\s\S]*?)\](?:\n|$)/.exec(said)?.[1] ?? said;
  try {
    const { error } = JSON.parse(inner) as { error?: { message?: unknown } };
    return typeof error?.message === "string" ? error.message : inner;
  } catch {
    return inner;
  }
}

function lastLine(words: string): string {
  return words.split("\n").filter(Boolean).pop() ?? "no words";
}

const install = "`npm install -g @google/gemini-cli`";

/** The error states of this backend, in words that say what to do. */
export const errorStates = {
  missing: (): DriverState => ({
    state: "error",
    trouble: "cli_missing",
    reason: "Gemini CLI not found",
    help: `Install the Gemini CLI with ${install}. Brainstem goes on by itself once it is there.`,
  }),
  notLoggedIn: (): DriverState => ({
    state: "error",
    trouble: "not_logged_in",
    reason: "not logged in",
    help: "Log in to Gemini: run `gemini` in a terminal and choose a way. Brainstem goes on by itself once you are logged in.",
  }),
  tooOld: (version: string, oldest: string): DriverState => ({
    state: "error",
    trouble: "cli_too_old",
    reason: `Gemini CLI ${version} is too old`,
    help: `Brainstem needs version ${oldest} or newer. Update it with ${install}.`,
  }),
};
