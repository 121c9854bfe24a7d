import { type ApiFailure, readRetryAfter, toBrainError } from "../http/failure";
import type { BrainError } from "../turn";

/** What an answer with an error status means; `body` is its text. */
export function fromAnswer(backend: string, status: number, retryAfter: string | null, body: string): BrainError {
  return toBrainError(backend, {
    ...readError(parse(body)),
    status,
    retryAfter: readRetryAfter(retryAfter),
  });
}

/** What an `error` inside a stream means. It may tell its status as a number. */
export function fromStream(backend: string, error: unknown): BrainError {
  const read = readError({ error });
  const status = Number(/\b[45]\d\d\b/.exec(read.code ?? "")?.[0]);
  return toBrainError(backend, { ...read, status: status || undefined });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body.startsWith("<") ? "an error page" : body;
  }
}

/** The forms in use: OpenAI's `{error: {message, type, param, code}}`, `{error: "…"}`, `{detail: …}`, `{message}`. */
function readError(body: unknown): Pick<ApiFailure, "words" | "code" | "param"> {
  if (typeof body !== "object" || body === null) return { words: String(body ?? "") || "no reason given" };
  const { error, detail, message, code, type, param } = body as Record<string, unknown>;
  const inner = error ?? detail;
  if (inner !== undefined && inner !== null) return readError(inner);
  return {
    words: typeof message === "string" ? message : JSON.stringify(body),
    code: [code, type].filter((word) => typeof word === "string" || typeof word === "number").join(" "),
    param: typeof param === "string" ? param : undefined,
  };
}
