import { oneLine } from "../claude-cli/turn/failures";
import { BrainError } from "../turn";

/** A failure as an HTTP API told it, in the status or inside a stream. */
export interface ApiFailure {
  /** Undefined where the connection itself failed. */
  status: number | undefined;
  /** The API's own word for it, e.g. `overloaded_error`. */
  code?: string | undefined;
  words: string;
  param?: string | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
}

/** What a failure means; `backend` is the id that the person gave the backend. */
export function toBrainError(backend: string, failure: ApiFailure): BrainError {
  const { status, code = "", param } = failure;
  const words = oneLine(failure.words);
  const retryAfter = failure.retryAfter ?? 1;
  const says = `The backend "${backend}" says: ${words}`;
  if (status === 401 || status === 403 || tellsOfKey.test(code) || (status === 400 && tellsOfKey.test(words)))
    return keyRefused(backend, words);
  if (status === 429 || /rate_limit|insufficient_quota/.test(code))
    return new BrainError("rate_limited", says, retryAfter);
  if (status === 413 || /context_length/.test(code) || tellsTooLong.test(words))
    return new BrainError(
      "context_too_long",
      `The conversation is longer than the model of "${backend}" can read. Shorten it or begin a new one.`,
    );
  if (status === 503 || status === 529 || /overloaded/.test(code))
    return new BrainError("overloaded", says, retryAfter);
  if (status === 408 || status === 504) return new BrainError("timeout", says);
  if (/model_not_found/.test(code) || (tellsOfModel.test(words) && (status === 404 || status === 400)))
    return new BrainError("model_not_found", says, undefined, "model");
  if (status === 404 || status === 405)
    return new BrainError(
      "backend_unavailable",
      `The backend "${backend}" has nothing at this address: ${words}. Check its address under Settings.`,
    );
  if (status !== undefined && status >= 400 && status < 500)
    return new BrainError("invalid_request", says, undefined, param);
  return new BrainError("upstream_failed", says, retryAfter);
}

/** A LiteLLM proxy without a database says of a wrong key only that. */
const tellsOfKey = /no_db_connection|authentication.?error|permission_error|invalid.api.key|api key not valid/i;
const tellsTooLong =
  /(prompt|input|context|request).{0,40}(too long|exceed|too large)|maximum context length|too many (input )?tokens/i;
const tellsOfModel =
  /model\b.{0,120}(not found|not exist|unknown|invalid|not available|not supported)|(unknown|no such|invalid) model/i;

/** The key is wrong, or may not do this. */
export function keyRefused(backend: string, words: string): BrainError {
  return new BrainError(
    "backend_auth",
    `The backend "${backend}" refused the key (${words}). Set its key under Settings, Backends.`,
  );
}

/** There is no key where one is needed. */
export function keyMissing(backend: string): BrainError {
  return new BrainError("backend_auth", `The backend "${backend}" has no key. Set one under Settings, Backends.`);
}

/** Nobody answered at `url`. */
export function unreachable(backend: string, url: string, error: unknown): BrainError {
  return new BrainError(
    "upstream_failed",
    `The backend "${backend}" cannot be reached at ${new URL(url).host} (${causeOf(error)}). Is it running?`,
    1,
  );
}

/** Words of the innermost error: fetch wraps what happened into "fetch failed". */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  if (error.cause instanceof Error) return causeOf(error.cause);
  const { code } = error as NodeJS.ErrnoException;
  return oneLine(error.message || code || error.name);
}

/** Seconds of a `retry-after` header; undefined for a date or none. */
export function readRetryAfter(value: string | null | undefined): number | undefined {
  const seconds = value ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
