import { BrainError } from "../../turn";
import type { Ended } from "../process/process";
import type { CliResult } from "../process/protocol";

const loginHelp = "Run `claude auth login` in a terminal to log in again.";

/** What a failed `result` means. Its words are the backend's own and are passed on in one line. */
export function toBrainError(result: CliResult): BrainError {
  const words = oneLine(result.result ?? result.subtype);
  const status = result.api_error_status ?? null;
  if (status === 401 || status === 403 || /please run \/login|authenticat|oauth token/i.test(words))
    return new BrainError("auth_expired", `The Claude login is missing or has expired. ${loginHelp}`);
  if (status === 429) return new BrainError("rate_limited", `Claude's rate limit is reached: ${words}`, 1);
  if (status === 529 || /overloaded/i.test(words))
    return new BrainError("overloaded", `Claude is overloaded: ${words}`, 1);
  if (/prompt is too long|context.{0,20}(limit|window)|too many tokens/i.test(words))
    return new BrainError(
      "context_too_long",
      "The conversation is longer than the model can read. Shorten it or begin a new one.",
    );
  if (status === 404) return new BrainError("model_not_found", `Claude does not know this model: ${words}`);
  if (status === 413) return new BrainError("context_too_long", `The request is too large for Claude: ${words}`);
  if (status !== null && status >= 400 && status < 500)
    return new BrainError("invalid_request", `Claude refused the request: ${words}`);
  return new BrainError("upstream_failed", `Claude did not answer: ${words}`, 1);
}

/** The process of a turn has ended. */
export function crashed({ words, code, signal }: Ended): BrainError {
  const why = oneLine(words || `exit ${code ?? signal}`);
  return new BrainError("cli_crashed", `The Claude CLI ended in the middle of a turn: ${why}`, 1);
}

/** A backend's words as one line of at most 200 characters. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
