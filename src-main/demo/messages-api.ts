import type { IncomingHttpHeaders } from "node:http";

/** What a request to the Messages API carries, as far as answers and tests look at it. */
export interface MessagesRequest {
  model: string;
  max_tokens?: number;
  stream?: boolean;
  system?: string | { type: "text"; text: string }[];
  messages: { role: "user" | "assistant"; content: string | ContentBlock[] }[];
  tools?: { name: string; description?: string; input_schema?: unknown }[];
  [field: string]: unknown;
}

export interface ContentBlock {
  type: string;
  text?: string;
  [field: string]: unknown;
}

/** One thing an answer does, in order. */
export type Step =
  | { text: string }
  | { thinking: string }
  /** A tool call whose JSON input leaves in the given pieces. */
  | { tool: string; id: string; input: string[] }
  /** Waits that many milliseconds, or for the promise. */
  | { wait: number | Promise<unknown> }
  /** Says nothing more and keeps the connection open. */
  | { hang: true }
  /** Breaks the connection. */
  | { cut: true };

export interface Reply {
  /** An error status; `steps` are not played then. */
  status?: number;
  errorType?: string;
  message?: string;
  steps?: Iterable<Step> | AsyncIterable<Step>;
  stopReason?: string;
  usage?: Record<string, number>;
}

/** One request as it arrived; `closed` resolves when its connection ended before the answer did. */
export interface Recorded {
  path: string;
  headers: IncomingHttpHeaders;
  body: MessagesRequest;
  /** `performance.now()` when the body was read. */
  at: number;
  /** `performance.now()` of the connection's early end. */
  abortedAt?: number;
  aborted: Promise<void>;
}

export type Respond = (request: MessagesRequest, recorded: Recorded) => Reply | Promise<Reply>;
