import { randomUUID } from "node:crypto";

/**
 * The CLI's stream-json protocol, as far as the driver uses it: one JSON message a line, both ways. Its full types are
 * in `sdk.d.ts` of npm `@anthropic-ai/claude-agent-sdk`.
 */

/** A content block as the Messages API takes it. */
export type Block =
  | { type: "text"; text: string }
  | { type: "image"; source: { type: "base64"; media_type: string; data: string } | { type: "url"; url: string } }
  | { type: "document"; source: { type: "base64"; media_type: string; data: string }; title: string }
  | { type: "tool_use"; id: string; name: string; input: unknown }
  | { type: "tool_result"; tool_use_id: string; content: Block[] };

/** Tokens as the Messages API reports them. */
export interface ApiUsage {
  input_tokens?: number;
  output_tokens?: number;
  cache_creation_input_tokens?: number | null;
  cache_read_input_tokens?: number | null;
  output_tokens_details?: { thinking_tokens?: number } | null;
}

/** An event of the Messages API's own stream, relayed. */
export interface StreamEvent {
  type: string;
  index?: number;
  message?: { usage?: ApiUsage };
  content_block?: { type: string; id?: string; name?: string };
  delta?: { type?: string; text?: string; thinking?: string; partial_json?: string; stop_reason?: string | null };
  usage?: ApiUsage;
}

/** A JSON-RPC message of the Model Context Protocol. */
export interface McpMessage {
  id?: number | string;
  method?: string;
  params?: { protocolVersion?: string; name?: string; _meta?: Record<string, unknown> };
}

export interface CliResult {
  type: "result";
  subtype: string;
  is_error?: boolean;
  api_error_status?: number | null;
  result?: string;
  num_turns?: number;
  total_cost_usd?: number;
  usage?: ApiUsage;
  /** With an error that is the CLI's own, e.g. a budget that is used up. */
  errors?: string[];
  /** Sums over all of the process's requests, by model. */
  modelUsage?: Record<string, ModelUsage>;
}

export interface ModelUsage {
  inputTokens?: number;
  outputTokens?: number;
  cacheReadInputTokens?: number;
  cacheCreationInputTokens?: number;
}

/** A whole message of the model, or what the CLI answered it for the tools that it ran. */
export interface WholeMessage {
  type: "assistant" | "user";
  parent_tool_use_id?: string | null;
  message?: { content?: string | WholeBlock[] };
}

export interface WholeBlock {
  type: string;
  id?: string;
  name?: string;
  input?: Record<string, unknown>;
  tool_use_id?: string;
  is_error?: boolean;
  content?: string | { type: string; text?: string }[];
}

/** What the CLI asks of us. */
export interface AskedByCli {
  subtype: string;
  /** With `mcp_message`. */
  message?: McpMessage;
  /** With `can_use_tool`. */
  tool_name?: string;
  tool_use_id?: string;
  input?: Record<string, unknown>;
  decision_reason?: string;
}

export interface ControlResponse {
  subtype: "success" | "error";
  request_id: string;
  response?: Record<string, unknown>;
  error?: string;
}

/** What the CLI says; every other type of line is ignored. */
export type FromCli =
  | { type: "stream_event"; event: StreamEvent; parent_tool_use_id?: string | null }
  | CliResult
  | { type: "system"; subtype: string; error_status?: number | null }
  | { type: "control_response"; response: ControlResponse }
  | { type: "control_request"; request_id: string; request: AskedByCli }
  | { type: "control_cancel_request"; request_id: string }
  | WholeMessage;

/** Requests to the CLI; see `SDKControl…Request` in the types named above. */
export type ControlRequest =
  | {
      subtype: "initialize";
      systemPrompt: string[];
      sdkMcpServers?: string[];
      sdkMcpServerManifests?: Record<string, unknown>;
      jsonSchema?: Record<string, unknown>;
    }
  | { subtype: "interrupt" }
  | { subtype: "list_models" }
  | { subtype: "get_binary_version" }
  | { subtype: "set_max_thinking_tokens"; max_thinking_tokens: number }
  | {
      subtype: "apply_flag_settings";
      settings: { model?: string; effortLevel?: string; env?: Record<string, string> };
    };

/** Reads one line; undefined when it is no message of the protocol. */
export function parseLine(line: string): FromCli | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string")
      return value as FromCli;
  } catch {
    // Not JSON: the caller decides what a line of garbage means.
  }
  return undefined;
}

/**
 * The only makers of stdin lines. Each builds a fresh object of a known type: a line of another type can run a shell
 * (`bash_command`), one without `client_composed: true` can read files (`@path`), and a repeated uuid is never answered.
 */
export const stdinLine = {
  /** A user line; `ask: false` adds it to the history and is answered by an empty `result` of its own. */
  user: (content: Block[], ask: boolean): string =>
    JSON.stringify({
      type: "user",
      message: { role: "user", content },
      client_composed: true,
      uuid: randomUUID(),
      ...(ask ? {} : { shouldQuery: false }),
    }),
  /** An assistant line of the history. Its message id must be its own: the CLI joins lines that share one. */
  assistant: (content: Block[]): string => {
    const uuid = randomUUID();
    return JSON.stringify({
      type: "assistant",
      uuid,
      message: { id: `msg_${uuid}`, type: "message", model: "history", role: "assistant", content },
    });
  },
  control: (request_id: string, request: ControlRequest): string =>
    JSON.stringify({ type: "control_request", request_id, request }),
  /** The answer to an `mcp_message` request. */
  mcp: (request_id: string, mcp_response: Record<string, unknown>): string =>
    JSON.stringify({
      type: "control_response",
      response: { subtype: "success", request_id, response: { mcp_response } },
    }),
  /** The answer to a `can_use_tool` request; what may be used is exactly the input that was asked about. */
  permit: (
    request_id: string,
    answer: { allow: true; input: Record<string, unknown> } | { allow: false; message: string },
  ) =>
    JSON.stringify({
      type: "control_response",
      response: {
        subtype: "success",
        request_id,
        response: answer.allow
          ? { behavior: "allow", updatedInput: answer.input }
          : { behavior: "deny", message: answer.message },
      },
    }),
  /** The answer to any request that is not served. */
  refuse: (request_id: string, error: string): string =>
    JSON.stringify({ type: "control_response", response: { subtype: "error", request_id, error } }),
};
