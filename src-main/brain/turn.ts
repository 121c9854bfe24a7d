import type { BackendTrouble } from "../../src-shared/backends";
import type { BrainStatus, ClaudeLogin, ErrorReason } from "../../src-shared/brain-status";

/**
 * The vocabulary of one turn. A {@link TurnRequest} goes into the brain, an async stream of {@link TurnEvent}s comes
 * out, failures are one {@link BrainError}, and an `AbortSignal` cancels. The window and the endpoint speak only this.
 */

/**
 * A piece of what was said: words, a picture as base64 without the `data:` prefix, one that the backend fetches, or a
 * PDF in base64.
 */
export type Part =
  | { type: "text"; text: string }
  | { type: "image"; mediaType: string; data: string }
  | { type: "image_url"; url: string }
  | { type: "document"; mediaType: "application/pdf"; data: string; name: string };

/** One call of a client's tool. `arguments` is the JSON text exactly as the model (or the client) wrote it. */
export interface ToolCall {
  id: string;
  name: string;
  arguments: string;
}

/** One message of the history, in the order the client sent it. */
export type Message =
  | { role: "user"; content: Part[] }
  | { role: "assistant"; text: string; toolCalls: ToolCall[] }
  | { role: "tool"; toolCallId: string; content: Part[] };

/** A tool that the client runs itself; `parameters` is JSON Schema of an object. */
export interface Tool {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
}

export type ToolChoice = { mode: "auto" | "none" | "required" } | { mode: "named"; name: string };
export type Effort = "none" | "minimal" | "low" | "medium" | "high";

/** Who asks, for the activity record; never part of what the model sees. */
export interface Caller {
  /** `session`: someone who need not be the owner, so nothing that works with tools may answer. */
  kind: "window" | "http" | "session";
  /** e.g. the client's `User-Agent`, or "Chat window". */
  name: string;
  /** The client's own `user` and `metadata`, kept as they came. */
  user?: string;
  metadata?: Record<string, unknown>;
  /** Where it was asked, below the endpoint's base URL; absent for the window. */
  route?: "chat/completions" | "responses" | "messages" | "conversational";
  /** The conversation's name, where the caller has one: a session's, or the window's own. */
  conversation?: string;
  /** The client's tool whose text argument it is told as the answer's text. */
  speaks?: { tool: string; argument: string };
}

export interface TurnRequest {
  caller: Caller;
  /** A model of the allowlist, as the caller wrote it (aliases included). */
  model: string;
  /** System prompt texts in order; empty when the client sent none. */
  system: string[];
  /** At least one message. The last one is what is answered. */
  messages: Message[];
  tools: Tool[];
  toolChoice: ToolChoice;
  /** False: at most one call a turn. */
  parallelToolCalls: boolean;
  /** Undefined: the setting's default. `none` switches thinking off where the model allows it. */
  effort?: Effort;
  /** Texts that end the answer; they are not part of it. */
  stop: string[];
  /** Upper bound of the answer in tokens. */
  maxTokens?: number;
  /** Set for `json_object` (schema undefined) and `json_schema`. */
  json?: { schema?: Record<string, unknown> };
  /** Whether the caller wants `thinking` events. */
  thinking: boolean;
}

export type FinishReason = "stop" | "tool_calls" | "length" | "content_filter";

/** Tokens as the backend counted them. `promptTokens` includes the cached ones. */
export interface Usage {
  promptTokens: number;
  completionTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  /** US dollars as the backend estimates them, when it does. */
  costUsd?: number;
}

export type TurnEvent =
  /** A process (or connection) has taken the turn. `warm`: it already held this history. The brain adds the model. */
  | { type: "accepted"; backend: string; model?: string; warm: "continued" | "spare" | "cold" }
  | { type: "text"; text: string }
  | { type: "thinking"; text: string }
  | { type: "tool_begin"; index: number; id: string; name: string }
  | { type: "tool_arguments"; index: number; text: string }
  | { type: "tool_end"; index: number }
  /** The turn goes on with another model request; `tool`: after a tool that the backend runs itself. */
  | { type: "step"; tool?: string }
  /** Always the last event of a turn that did not fail. */
  | { type: "done"; finishReason: FinishReason; usage: Usage };

/** What went wrong, in a word a program can act on. The endpoint maps each to a status, the window to a sentence. */
export type ErrorKind =
  | "auth_expired"
  /** A backend beside the Claude CLI has no key, or one that is refused. */
  | "backend_auth"
  /** A backend beside the Claude CLI is not there: not installed, or nothing answers at its address. */
  | "backend_unavailable"
  | "rate_limited"
  | "overloaded"
  | "upstream_failed"
  | "context_too_long"
  | "invalid_request"
  | "model_not_found"
  | "busy"
  | "stopped"
  | "timeout"
  | "cli_missing"
  | "cli_unresponsive"
  | "cli_too_old"
  | "cli_crashed";

/** The one error of the brain. `message` is a sentence for a person and says what to do. */
export class BrainError extends Error {
  override readonly name = "BrainError";
  constructor(
    readonly kind: ErrorKind,
    message: string,
    /** Seconds after which trying again makes sense. */
    readonly retryAfter?: number,
    /** The request's field at fault, for `invalid_request`. */
    readonly param?: string,
  ) {
    super(message);
  }
}

/** A model as callers may name it. */
export interface Model {
  id: string;
  displayName?: string;
}

/** How a backend stands. `code`, `reason` and `help` come with `error`; see {@link BrainStatus}. */
export interface DriverState {
  state: "stopped" | "starting" | "ready" | "error";
  code?: ErrorReason;
  /** As `code`, for what only a backend beside the Claude CLI can lack. */
  trouble?: BackendTrouble;
  reason?: string;
  help?: string;
  cliVersion?: string;
  cliPath?: string;
  login?: ClaudeLogin;
}

/** What can answer a turn. The brain knows backends only by this. */
export interface Driver {
  /** Fixed name, e.g. `claude-cli`; shown in activity and answer headers. */
  readonly name: string;
  /** Streams one turn. Throws {@link BrainError}; ends early without an error when `signal` aborts. */
  run(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
  /** What callers may ask for by name. */
  models(): Model[];
  /** Resolves when the first state after `starting` is reached, whatever it is. Idempotent. */
  start(): Promise<void>;
  /** Resolves when nothing of it is left running. Idempotent. */
  stop(): Promise<void>;
  state(): DriverState;
  onState(listener: () => void): () => void;
}
