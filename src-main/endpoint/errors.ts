import { BrainError, type ErrorKind } from "../brain/turn";
import { UnsavedTurn } from "../sessions/unsaved-turn";
import { wholeText } from "./request/whole-text";

/** A refusal that the endpoint itself decides. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly param: string | null = null,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** A 400 that names the field. */
export const badRequest = (message: string, param: string | null = null, code = "invalid_request") =>
  new HttpError(400, code, message, param);

/** OpenAI's error object; clients rely on all four keys. */
export interface ErrorObject {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}

interface ErrorAnswer {
  status: number;
  headers: Record<string, string>;
  error: ErrorObject;
}

interface Mapping {
  status: number;
  code: string;
  type?: string;
  /** Trying again gives the same. */
  useless?: boolean;
  /** Seconds told when the error names none. */
  retryAfter?: number;
}

// A login that a person can renew is 503: Pipecat gives a service up for good after a 401 or 403.
const byKind: Record<ErrorKind, Mapping> = {
  auth_expired: { status: 503, code: "claude_not_logged_in", useless: true },
  backend_auth: { status: 503, code: "backend_not_authorized", useless: true },
  backend_unavailable: { status: 503, code: "backend_unavailable", useless: true },
  cli_missing: { status: 503, code: "claude_missing", useless: true },
  cli_unresponsive: { status: 503, code: "claude_unresponsive", useless: true },
  cli_too_old: { status: 503, code: "claude_too_old", useless: true },
  cli_crashed: { status: 503, code: "claude_crashed", retryAfter: 1 },
  stopped: { status: 503, code: "brain_stopped", useless: true },
  overloaded: { status: 503, code: "overloaded", retryAfter: 1 },
  upstream_failed: { status: 503, code: "upstream_failed", retryAfter: 1 },
  rate_limited: { status: 429, code: "rate_limit_exceeded", type: "rate_limit_error", retryAfter: 1 },
  busy: { status: 429, code: "queue_full", type: "rate_limit_error", retryAfter: 1 },
  timeout: { status: 504, code: "timeout", type: "timeout_error" },
  context_too_long: { status: 400, code: "context_length_exceeded", useless: true },
  invalid_request: { status: 400, code: "invalid_request", useless: true },
  model_not_found: { status: 400, code: "model_not_found", useless: true },
};

/** The kind that a client was told as `code`. */
export const kindOf = (code: unknown): ErrorKind | undefined =>
  (Object.keys(byKind) as ErrorKind[]).find((kind) => byKind[kind].code === code);

/** Past this many seconds SDKs would not wait as told but try again at once. */
const longestWait = 60;

/** How any failure is told to the client. Unknown ones say nothing of what happened inside. */
export function describeError(error: unknown): ErrorAnswer {
  if (error instanceof HttpError) {
    const useless = error.status < 500 && error.status !== 429;
    return {
      status: error.status,
      headers: { ...(useless ? { "x-should-retry": "false" } : {}), ...error.headers },
      error: { message: error.message, type: "invalid_request_error", param: error.param, code: error.code },
    };
  }
  // Each attempt would cost another turn of the model.
  if (error instanceof UnsavedTurn)
    return {
      status: error.noRoom ? 507 : 500,
      headers: { "x-should-retry": "false" },
      error: { message: oneLine(error.message), type: "server_error", param: null, code: "session_not_saved" },
    };
  if (!(error instanceof BrainError)) {
    const message = "Something went wrong inside Brainstem; its log says more.";
    return { status: 500, headers: {}, error: { message, type: "server_error", param: null, code: "internal_error" } };
  }
  const { status, code, type, useless, retryAfter } = byKind[error.kind];
  const wait = error.retryAfter === undefined ? retryAfter : Math.max(0, Math.ceil(error.retryAfter));
  const param = error.param ?? (error.kind === "model_not_found" ? "model" : null);
  return {
    status,
    headers: {
      ...(useless || (wait ?? 0) > longestWait ? { "x-should-retry": "false" } : {}),
      ...(wait === undefined || useless ? {} : { "Retry-After": String(wait) }),
    },
    error: {
      message: oneLine(error.message),
      type: type ?? (status < 500 ? "invalid_request_error" : "server_error"),
      param,
      code,
    },
  };
}

/** At most 200 characters without line breaks. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return wholeText(line.length <= 200 ? line : `${line.slice(0, 198).replace(/[\ud800-\udbff]$/, "")}…`);
}
