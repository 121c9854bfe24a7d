import { z } from "zod";
import type { Message, Part, ToolCall } from "../../brain/turn";
import { badRequest } from "../errors";
import { withoutDocuments } from "../request/file";
import { readImage } from "../request/image";
import { nameOf, parseAs } from "../request/validate";
import { readDocument } from "./document";
import type { MessagesRequest } from "./request";

type Path = PropertyKey[];
type Content = string | Block[];
type Block = Record<string, unknown>;

const Blocks = z.array(z.looseObject({ type: z.string() }));
const Text = z.object({ text: z.string() });
const Image = z.object({
  source: z.discriminatedUnion("type", [
    z.object({ type: z.literal("base64"), media_type: z.string().max(50), data: z.string() }),
    z.object({ type: z.literal("url"), url: z.string() }),
  ]),
});
const ToolUse = z.object({ id: z.string().min(1), name: z.string().min(1), input: z.unknown() });
const ToolResult = z.object({
  tool_use_id: z.string().min(1),
  content: z.union([z.string(), Blocks], { error: "must be a string or an array of blocks" }).nullish(),
});

/** The system prompt's texts; Anthropic's own takes nothing else. */
export function readSystem(system: MessagesRequest["system"]): string[] {
  const blocks = system == null ? [] : asBlocks(system);
  return blocks.map((block, i) => readText(block, ["system", i])).filter((text) => text !== "");
}

/** One message as the brain takes it: the results of tools are messages of their own there, as they stand. */
export function readMessage({ role, content }: MessagesRequest["messages"][number], at: Path, imageUrls: boolean) {
  const blocks = asBlocks(content);
  const path = (i: number) => [...at, "content", i];
  if (role === "assistant") return readAnswer(blocks, path);
  const messages: Message[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block["type"] === "tool_result") {
      const result = parseAs(ToolResult, block, path(i));
      const inside = asBlocks(result.content ?? "").map((each, k) =>
        readPart(each, [...path(i), "content", k], imageUrls),
      );
      const content = withoutDocuments(inside.filter(saysSomething), nameOf([...path(i), "content"]));
      messages.push({ role: "tool", toolCallId: result.tool_use_id, content });
      continue;
    }
    const part = readPart(block, path(i), imageUrls);
    const last = messages[messages.length - 1];
    if (last?.role === "user") last.content.push(part);
    else if (saysSomething(part)) messages.push({ role: "user", content: [part] });
  }
  return messages;
}

function readAnswer(blocks: Block[], path: (i: number) => Path): Message[] {
  let text = "";
  const toolCalls: ToolCall[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block["type"] === "tool_use") {
      const { id, name, input } = parseAs(ToolUse, block, path(i));
      toolCalls.push({ id, name, arguments: JSON.stringify(input ?? {}) });
    } else if (block["type"] !== "thinking" && block["type"] !== "redacted_thinking") text += readText(block, path(i));
  }
  return text === "" && toolCalls.length === 0 ? [] : [{ role: "assistant", text, toolCalls }];
}

function readPart(block: Block, path: Path, imageUrls: boolean): Part {
  if (block["type"] === "document") return readDocument(block, path);
  if (block["type"] !== "image") return { type: "text", text: readText(block, path) };
  const { source } = parseAs(Image, block, path);
  if (source.type === "url") return readImage(source.url, nameOf([...path, "source", "url"]), imageUrls);
  const param = nameOf([...path, "source", "data"]);
  return readImage(`data:${source.media_type};base64,${source.data}`, param, false);
}

function readText(block: Block, path: Path): string {
  if (block["type"] === "text") return parseAs(Text, block, path).text;
  const param = nameOf([...path, "type"]);
  const type = /^\w{1,40}$/.test(String(block["type"])) ? String(block["type"]) : "such";
  throw badRequest(`${param}: ${type} blocks are not supported here`, param, "unsupported_content");
}

const asBlocks = (content: Content): Block[] =>
  typeof content === "string" ? [{ type: "text", text: content }] : content;
const saysSomething = (part: Part) => part.type !== "text" || part.text !== "";
