import type { Message, Part } from "../../turn";
import type { Block } from "../process/protocol";

/** The name of the MCP server under which a client's tools reach the model. */
const toolPrefix = "mcp__client__";

export const toModelToolName = (name: string): string => toolPrefix + name;
/** The client's own name of a tool, or undefined for a tool of the CLI. */
export const toClientToolName = (name: string): string | undefined =>
  name.startsWith(toolPrefix) ? name.slice(toolPrefix.length) : undefined;

/** One line of the history as the CLI takes it: consecutive messages of one side together, as the API wants them. */
export interface HistoryLine {
  role: "user" | "assistant";
  content: Block[];
}

/** What a question says where the caller's last message is the model's own: something has to be asked. */
const carryOn = "Continue.";

/**
 * The messages as lines with real roles, nothing flattened: neighbours of one role become one line (the CLI would join
 * them with line breaks), blank texts go (the API refuses them), tool results lead their line (the API's rule). The
 * last line is always the user's: it is the question.
 */
export function toLines(messages: readonly Message[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const message of messages) {
    const role = message.role === "assistant" ? "assistant" : "user";
    const content = toBlocks(message);
    if (content.length === 0) continue;
    const last = lines[lines.length - 1];
    if (last?.role !== role) lines.push({ role, content });
    else if (message.role === "tool") last.content.splice(resultsAtStart(last.content), 0, ...content);
    else last.content.push(...content);
  }
  if (lines[lines.length - 1]?.role !== "user")
    lines.push({ role: "user", content: [{ type: "text", text: carryOn }] });
  return lines;
}

function resultsAtStart(content: Block[]): number {
  const first = content.findIndex((block) => block.type !== "tool_result");
  return first === -1 ? content.length : first;
}

function toBlocks(message: Message): Block[] {
  if (message.role === "user") return partBlocks(message.content);
  if (message.role === "tool")
    return [{ type: "tool_result", tool_use_id: message.toolCallId, content: partBlocks(message.content) }];
  const calls = message.toolCalls.map(
    (call): Block => ({
      type: "tool_use",
      id: call.id,
      name: toModelToolName(call.name),
      input: toInput(call.arguments),
    }),
  );
  return message.text.trim() ? [{ type: "text", text: message.text }, ...calls] : calls;
}

function partBlocks(parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    if (part.type === "image")
      blocks.push({ type: "image", source: { type: "base64", media_type: part.mediaType, data: part.data } });
    else if (part.type === "document") blocks.push(documentBlock(part));
    else if (part.type === "image_url") blocks.push({ type: "image", source: { type: "url", url: part.url } });
    else if (part.text.trim()) blocks.push({ type: "text", text: part.text });
  }
  return blocks;
}

function documentBlock({ mediaType, data, name }: Extract<Part, { type: "document" }>): Block {
  return { type: "document", source: { type: "base64", media_type: mediaType, data }, title: name };
}

/** Arguments that are no JSON object (a model's slip that a client kept) travel as they are, under one key. */
function toInput(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text || "{}");
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Falls through.
  }
  return { arguments: text };
}
