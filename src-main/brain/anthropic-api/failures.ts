import { APIConnectionError, APIError } from "@anthropic-ai/sdk";
import { causeOf, readRetryAfter, toBrainError } from "../http/failure";
import type { BrainError } from "../turn";

/** What an error of the library means: a status, an `error` event inside a stream, or a lost connection. */
export function readFailure(backend: string, error: unknown): BrainError {
  if (!(error instanceof APIError) || error instanceof APIConnectionError)
    return toBrainError(backend, { status: undefined, words: `the connection failed (${causeOf(error)})` });
  const { type, message } = readBody(error.error);
  return toBrainError(backend, {
    status: error.status ?? statusOf(type),
    code: type,
    words: message ?? error.message,
    retryAfter: readRetryAfter(error.headers?.get("retry-after")),
  });
}

function readBody(body: unknown): { type?: string; message?: string } {
  const inner = (body as { error?: { type?: unknown; message?: unknown } } | undefined)?.error;
  return {
    ...(typeof inner?.type === "string" ? { type: inner.type } : {}),
    ...(typeof inner?.message === "string" ? { message: inner.message } : {}),
  };
}

/** A failure inside a stream has its status only in words. */
function statusOf(type: string | undefined): number | undefined {
  if (type === "invalid_request_error") return 400;
  return type === "not_found_error" ? 404 : undefined;
}
