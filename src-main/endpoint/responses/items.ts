import { z } from "zod";
import type { Message } from "../../brain/turn";
import { badRequest } from "../errors";
import { withoutDocuments } from "../request/file";
import { nameOf, parseAs } from "../request/validate";
import { readParts, readText } from "./parts";

/** Items as a conversation: what instructs it, then what was said. */
export interface History {
  system: string[];
  messages: Message[];
}

/** An item as it travels, in a request or an answer. */
export type Item = Record<string, unknown>;

const Content = z.union([z.string(), z.array(z.unknown())], { error: "must be a string or an array of parts" });
const MessageItem = z.object({ role: z.enum(["user", "assistant", "system", "developer"]), content: Content });
const CallId = z.string().min(1);
const FunctionCall = z.object({ call_id: CallId, name: z.string().min(1), arguments: z.string() });
const FunctionCallOutput = z.object({ call_id: CallId, output: Content });
const Reference = z.object({ id: z.string() });

/** Reads items onto the end of a history. */
export class ItemReader {
  private readonly system: string[];
  private readonly messages: Message[];

  constructor(
    before: History,
    /** Whether pictures may be named by web address. */
    private readonly imageUrls: boolean,
    /** Finds an item of an earlier answer. */
    private readonly find: (id: string) => Item | undefined,
  ) {
    this.system = [...before.system];
    this.messages = [...before.messages];
  }

  /**
   * Instructions before any other message belong to the system prompt; later ones, and the last where there is nothing
   * else, speak in their place as the user. Throws a 400 that names the item under `at`.
   */
  read(items: Item[], at: string): History {
    for (const [i, item] of items.entries()) this.add(item, [at, i], i === items.length - 1);
    return { system: this.system, messages: this.messages };
  }

  private add(item: Item, path: PropertyKey[], isLast: boolean): void {
    switch (item["type"] ?? "message") {
      case "message":
        return this.addMessage(item, path, isLast);
      case "function_call":
        return this.addCall(item, path);
      case "function_call_output": {
        const { call_id: toolCallId, output } = parseAs(FunctionCallOutput, item, path);
        const at = [...path, "output"];
        const content = withoutDocuments(readParts(output, at, this.imageUrls), nameOf(at));
        return void this.messages.push({ role: "tool", toolCallId, content });
      }
      // What a model thought cannot be given back to it.
      case "reasoning":
        return;
      case "item_reference": {
        const { id } = parseAs(Reference, item, path);
        const found = this.find(id);
        if (found) return this.add(found, path, isLast);
        throw badRequest("No item of this id is kept any more; send the item itself.", nameOf([...path, "id"]));
      }
      default: {
        const param = nameOf([...path, "type"]);
        throw badRequest(`${param}: items of this type are not supported`, param, "unsupported_content");
      }
    }
  }

  private addMessage(item: Item, path: PropertyKey[], isLast: boolean): void {
    const { role, content } = parseAs(MessageItem, item, path);
    const contentPath = [...path, "content"];
    if (role === "user") {
      this.messages.push({ role, content: readParts(content, contentPath, this.imageUrls) });
      return;
    }
    const text = readText(content, contentPath);
    if (text === "") return;
    if (role === "assistant") this.messages.push({ role, text, toolCalls: [] });
    else if (this.messages.length === 0 && !isLast) this.system.push(text);
    else this.messages.push({ role: "user", content: [{ type: "text", text }] });
  }

  private addCall(item: Item, path: PropertyKey[]): void {
    const { call_id: id, name, arguments: json } = parseAs(FunctionCall, item, path);
    const last = this.messages[this.messages.length - 1];
    const call = { id, name, arguments: json };
    if (last?.role !== "assistant") this.messages.push({ role: "assistant", text: "", toolCalls: [call] });
    else this.messages[this.messages.length - 1] = { ...last, toolCalls: [...last.toolCalls, call] };
  }
}
