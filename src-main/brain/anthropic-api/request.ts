import type {
  ContentBlockParam,
  MessageCreateParamsStreaming,
  MessageParam,
  TextBlockParam,
} from "@anthropic-ai/sdk/resources/messages";
import { toClientToolName, toLines } from "../claude-cli/conversation/history";
import type { Block } from "../claude-cli/process/protocol";
import { splitStops } from "../stop-text";
import type { Effort, TurnRequest } from "../turn";
import { toThinking } from "./thinking";
import { toTools } from "./tools";

/** What an answer may have where the caller sets no bound; the API wants one. */
const defaultMaxTokens = 32_000;
/** What is marked is read from the API's cache when the next request begins with the same. */
const cached = { cache_control: { type: "ephemeral" } } as const;

/** The request as the Messages API takes it. The system prompt and the history up to the question are cached. */
export function toParams(request: TurnRequest, effort: Effort): MessageCreateParamsStreaming {
  const max_tokens = request.maxTokens ?? defaultMaxTokens;
  const { sentByApi } = splitStops(request.stop);
  const system = toSystem(request.system);
  return {
    model: request.model,
    max_tokens,
    stream: true,
    messages: toMessages(request),
    ...(system.length > 0 ? { system } : {}),
    ...(sentByApi.length > 0 ? { stop_sequences: sentByApi } : {}),
    ...toTools(request),
    ...toThinking(request, effort, max_tokens),
  };
}

function toSystem(texts: readonly string[]): TextBlockParam[] {
  const said = texts.filter((text) => text.trim() !== "");
  return said.map((text, i) => ({ type: "text", text, ...(i === said.length - 1 ? cached : {}) }));
}

function toMessages(request: TurnRequest): MessageParam[] {
  const lines = toLines(request.messages);
  return lines.map(({ role, content }, line) => ({
    role,
    content: content.map((block, i): ContentBlockParam => {
      const last = line === lines.length - 1 && i === content.length - 1;
      return { ...withClientName(block), ...(last ? cached : {}) } as ContentBlockParam;
    }),
  }));
}

/** The shared history names tools as the CLI's model sees them; here they keep the client's own names. */
function withClientName(block: Block): Block {
  return block.type === "tool_use" ? { ...block, name: toClientToolName(block.name) ?? block.name } : block;
}
