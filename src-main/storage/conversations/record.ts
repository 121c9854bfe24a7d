import { z } from "zod";
import { ChatMessage, ConversationOptions } from "../../../src-shared/conversation";

const version = { v: z.literal(1) };

/**
 * One line of a conversation's file. Lines are only ever added; what they say in order is the conversation.
 * `at` is when the line was written, in milliseconds since 1970.
 */
export const Entry = z.discriminatedUnion("type", [
  z.object({
    ...version,
    type: z.literal("created"),
    title: z.string(),
    at: z.number(),
    demo: z.literal(true).optional(),
  }),
  /** A new message, or the newer form of one with the same id. */
  z.object({ ...version, type: z.literal("message"), message: ChatMessage, at: z.number() }),
  /** What a streaming message grew by. */
  z.object({
    ...version,
    type: z.literal("append"),
    id: z.string(),
    text: z.string().default(""),
    thinking: z.string().default(""),
  }),
  z.object({ ...version, type: z.literal("title"), title: z.string() }),
  z.object({ ...version, type: z.literal("pinned"), pinned: z.boolean() }),
  z.object({ ...version, type: z.literal("options"), options: ConversationOptions }),
  /** From here on the branch is shown that goes through this message, down to what came last there. */
  z.object({ ...version, type: z.literal("branch"), id: z.string() }),
]);
export type Entry = z.infer<typeof Entry>;

/** The line of an entry, with its line feed. */
export function encode(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

/**
 * Reads a line: an entry, "unknown" for JSON of another kind (a newer version wrote it: skip it, but keep it),
 * or "damaged".
 */
export function decode(line: string): Entry | "unknown" | "damaged" {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "damaged";
  }
  if (typeof value !== "object" || value === null) return "damaged";
  const parsed = Entry.safeParse(value);
  return parsed.success ? parsed.data : "unknown";
}

/** A title as one line of at most 200 UTF-16 units, never ending in half a character; may be empty. */
export function tidyTitle(title: string): string {
  const line = title.replace(/\s+/g, " ").trim();
  return line
    .slice(0, 200)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

/** A message as it is written; one that could not be read back is refused. */
export function storable(message: ChatMessage): ChatMessage {
  const parsed = ChatMessage.safeParse(message);
  if (parsed.success) {
    const { siblings: _told, ...message } = parsed.data;
    return message;
  }
  const [issue] = parsed.error.issues;
  throw new Error(`its field "${issue?.path.join(".")}" is not valid (${issue?.message})`);
}
