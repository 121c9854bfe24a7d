import { BrainError, type Message, type Part, type TurnRequest } from "../turn";

/** A part of a message as the Gemini API takes it. */
type GeminiPart = { text: string } | { inlineData: { mimeType: string; data: string } };

/** A call of a client's tool with its result, in the CLI's own record of a session. */
interface RecordedCall {
  id: string;
  name: string;
  args: Record<string, unknown>;
  status: "success";
  result: { functionResponse: { id: string; name: string; response: { output: string } } }[];
}

type Recorded =
  | { type: "user"; content: GeminiPart[] }
  | { type: "gemini"; content: GeminiPart[]; toolCalls?: RecordedCall[] };

/** Any time: the CLI wants one in each line and tells the model none of them. */
const timestamp = "2000-01-01T00:00:00.000Z";
/** Messages that begin so are taken for the CLI's own and left out, a picture without words too. */
const takenForItsOwn = /^\s*([/?]|<session_context>|<hook_context>|$)/;
/** Says nothing, but makes a message begin with something else. */
const unseen: GeminiPart = { text: "\u200b" };

/**
 * The whole conversation, its last message included, as a session file of the CLI: real roles, pictures, tool calls
 * with their results. Nothing that a caller wrote goes through the CLI's prompt, where `@path` reads a file and
 * `/name` runs a command. Throws {@link BrainError} for what the CLI cannot take.
 */
export function toSessionFile(messages: readonly Message[]): string {
  const head = { sessionId: "history", projectHash: "history", startTime: timestamp, lastUpdated: timestamp };
  const lines = messages.flatMap((message) => toRecorded(message, messages));
  return [head, ...lines.map((line, i) => ({ id: `m${i}`, timestamp, ...line }))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

/** What the CLI's prompt says: it wants one, though the question already stands in the session. */
export function toPrompt({ messages }: TurnRequest): string {
  return messages[messages.length - 1]?.role === "assistant" ? "Continue." : "\n";
}

function toRecorded(message: Message, all: readonly Message[]): Recorded[] {
  if (message.role === "user") return fromUser(message.content);
  // The text of a result stands with its call; its pictures follow it.
  if (message.role === "tool") return fromUser(message.content.filter((part) => part.type !== "text"));
  const toolCalls = message.toolCalls.map(({ id, name, arguments: json }): RecordedCall => {
    const output = textOf(all.find((each) => each.role === "tool" && each.toolCallId === id));
    const result = [{ functionResponse: { id, name, response: { output } } }];
    return { id, name, args: toArguments(json), status: "success", result };
  });
  if (!message.text && toolCalls.length === 0) return [];
  const content = message.text ? [{ text: message.text }] : [];
  return [{ type: "gemini", content, ...(toolCalls.length > 0 ? { toolCalls } : {}) }];
}

function fromUser(parts: readonly Part[]): Recorded[] {
  const content = parts.flatMap(toPart);
  if (content.length === 0) return [];
  const words = content.map((part) => ("text" in part ? part.text : "")).join("");
  return [{ type: "user", content: takenForItsOwn.test(words) ? [unseen, ...content] : content }];
}

function toPart(part: Part): GeminiPart[] {
  if (part.type === "image" || part.type === "document")
    return [{ inlineData: { mimeType: part.mediaType, data: part.data } }];
  if (part.type === "text") return part.text ? [{ text: part.text }] : [];
  throw new BrainError(
    "invalid_request",
    "The Gemini CLI takes pictures only as base64 data, not by address.",
    undefined,
    "messages",
  );
}

function textOf(message: Message | undefined): string {
  if (message?.role !== "tool") return "";
  return message.content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}

/** Arguments that are no JSON object travel as they are, under one key. */
function toArguments(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text || "{}");
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through.
  }
  return { arguments: text };
}
