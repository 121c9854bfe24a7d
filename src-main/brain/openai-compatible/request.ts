import type { Message, Part, TurnRequest } from "../turn";

/** OpenAI's own service knows some fields by another name, and refuses those it does not know. */
const openAi = /(^|\.)openai\.com$/;

/** The request as `POST …/chat/completions` takes it: roles, calls and their ids exactly as they came. */
export function toBody(request: TurnRequest, baseUrl: string): Record<string, unknown> {
  const isOpenAi = openAi.test(new URL(baseUrl).hostname);
  const { maxTokens, stop, effort, json, thinking } = request;
  return {
    model: request.model,
    messages: [
      ...request.system.map((text) => ({ role: "system", content: text })),
      ...request.messages.map(toMessage),
    ],
    stream: true,
    stream_options: { include_usage: true },
    ...toTools(request),
    ...(stop.length > 0 ? { stop } : {}),
    ...(maxTokens === undefined ? {} : { [isOpenAi ? "max_completion_tokens" : "max_tokens"]: maxTokens }),
    ...(effort === undefined ? {} : { reasoning_effort: effort }),
    ...(json ? { response_format: toFormat(json.schema) } : {}),
    ...(thinking && !isOpenAi ? { include_reasoning: true } : {}),
  };
}

function toTools({ tools, toolChoice, parallelToolCalls }: TurnRequest): Record<string, unknown> {
  if (tools.length === 0) return {};
  const named = toolChoice.mode === "named";
  return {
    tools: tools.map((tool) => ({ type: "function", function: tool })),
    tool_choice: named ? { type: "function", function: { name: toolChoice.name } } : toolChoice.mode,
    ...(parallelToolCalls ? {} : { parallel_tool_calls: false }),
  };
}

function toFormat(schema: Record<string, unknown> | undefined): Record<string, unknown> {
  return schema ? { type: "json_schema", json_schema: { name: "answer", schema } } : { type: "json_object" };
}

function toMessage(message: Message): Record<string, unknown> {
  if (message.role === "user") return { role: "user", content: toContent(message.content) };
  if (message.role === "tool")
    return { role: "tool", tool_call_id: message.toolCallId, content: toContent(message.content) };
  const calls = message.toolCalls.map(({ id, name, arguments: json }) => ({
    id,
    type: "function",
    function: { name, arguments: json },
  }));
  return { role: "assistant", content: message.text || null, ...(calls.length > 0 ? { tool_calls: calls } : {}) };
}

/** One text goes as a string, which every server takes. */
function toContent(parts: readonly Part[]): unknown {
  const [only] = parts;
  if (!only) return "";
  if (parts.length === 1 && only.type === "text") return only.text;
  return parts.map((part) => {
    if (part.type === "text") return part;
    if (part.type === "document") {
      const file_data = `data:${part.mediaType};base64,${part.data}`;
      return { type: "file", file: { filename: part.name, file_data } };
    }
    const url = part.type === "image" ? `data:${part.mediaType};base64,${part.data}` : part.url;
    return { type: "image_url", image_url: { url } };
  });
}
