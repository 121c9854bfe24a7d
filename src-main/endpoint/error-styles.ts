import { z } from "zod";
import type { ErrorObject } from "./errors";

/** A failure, before it is put into the words of one API. */
export interface Failure {
  status: number;
  error: ErrorObject;
  /** The models that may be named, for one that may not. */
  supported?: string[];
  /** The request's id. */
  request: string;
}

/** How one API tells failures. */
export interface ErrorStyle {
  /** The status may be another than the failure's own: APIs differ in that too. */
  tell(failure: Failure): { status: number; body: unknown };
  /** What `tell` makes. */
  schema: z.ZodType;
}

/** `{"error":{message,type,param,code}}`, with `supported` beside it for an unknown model. */
export const openAiErrors: ErrorStyle = {
  tell: ({ status, error, supported }) => ({ status, body: { error, ...(supported ? { supported } : {}) } }),
  schema: z.object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
    }),
    supported: z.array(z.string()).optional(),
  }),
};

/** `{"error":"<what>","detail":"<one line>"}`; whatever the brain could not do is 503 "execution failed". */
export const plainErrors: ErrorStyle = {
  tell({ status, error, supported }) {
    // A full disk is nothing that the next attempt may find otherwise.
    const told = status >= 429 && status !== 507 ? 503 : status;
    const body = { error: plainNames[told] ?? "refused", detail: error.message, ...(supported ? { supported } : {}) };
    return { status: told, body };
  },
  schema: z.object({
    error: z.string(),
    detail: z.string().max(200),
    supported: z.array(z.string()).optional(),
  }),
};

const plainNames: Record<number, string> = {
  400: "invalid request",
  401: "unauthorized",
  403: "forbidden",
  404: "not found",
  413: "too large",
  415: "unsupported media type",
  503: "execution failed",
  507: "not remembered",
};

/** Anthropic's `{"type":"error","error":{type,message},"request_id"}`, with its own statuses. */
export const anthropicErrors: ErrorStyle = {
  tell({ status: found, error: { code, message }, supported, request }) {
    const status = code === "overloaded" ? 529 : code === "model_not_found" ? 404 : found;
    const type = anthropicTypes[status] ?? (status < 500 ? "invalid_request_error" : "api_error");
    const body = { type: "error", error: { type, message }, request_id: request, ...(supported ? { supported } : {}) };
    return { status, body };
  },
  schema: z.object({
    type: z.literal("error"),
    error: z.object({ type: z.string(), message: z.string() }),
    request_id: z.string(),
    supported: z.array(z.string()).optional(),
  }),
};

const anthropicTypes: Record<number, string> = {
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  504: "timeout_error",
  529: "overloaded_error",
};
