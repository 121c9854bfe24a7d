import { z } from "zod";

export const Id = z.string().regex(/^[\w-]{1,64}$/);

/** The largest text file in a message, and how many files one holds. */
export const maxTextBytes = 512 * 1024;
export const maxFiles = 10;

/** A picture in a message: base64 without the `data:` prefix. */
export const Picture = z.object({
  mediaType: z.enum(["image/png", "image/jpeg", "image/gif", "image/webp"]),
  data: z.string().max(10_000_000),
});

const FileName = z.string().min(1).max(255);

/** In base64 without the `data:` prefix. */
export const AttachedPdf = z.object({
  name: FileName,
  mediaType: z.literal("application/pdf"),
  data: z.string().max(14_000_000),
});

/** A file in a message: a text file's text as it is, or a PDF. */
export const AttachedFile = z.union([
  z.object({ name: FileName, mediaType: z.string().max(100), text: z.string().max(maxTextBytes) }),
  AttachedPdf,
]);
export type AttachedFile = z.infer<typeof AttachedFile>;

/** What one answer took. Milliseconds are from the request to the event. */
const Measured = z.object({
  model: z.string(),
  promptTokens: z.number(),
  completionTokens: z.number(),
  cachedTokens: z.number(),
  costUsd: z.number().optional(),
  firstTokenMs: z.number().optional(),
  /** From the first thought to the first word. */
  thinkingMs: z.number().optional(),
  totalMs: z.number(),
});

/**
 * One message. `parentId` makes the conversation a tree: editing a message adds a sibling, and the shown branch is
 * the path from the conversation's `leafId` to the root.
 */
export const ChatMessage = z.object({
  id: Id,
  parentId: Id.nullable(),
  role: z.enum(["user", "assistant"]),
  text: z.string(),
  thinking: z.string().optional(),
  pictures: z.array(Picture).max(20).optional(),
  files: z.array(AttachedFile).max(maxFiles).optional(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** How an assistant message ended; `streaming` only while it grows. */
  outcome: z.enum(["streaming", "done", "stopped", "cut_off", "length", "failed"]).optional(),
  /** An English sentence, with `failed`. */
  error: z.string().optional(),
  /** What kind of failure it is, for a sentence in another language; one that is not known is told by `error`. */
  errorKind: z.string().max(40).optional(),
  measured: Measured.optional(),
  /** All messages below the same parent, this one among them, in the order they came; absent where it is alone. */
  siblings: z.array(Id).optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** What a conversation asks for instead of the settings' own; what is absent follows them. */
export const ConversationOptions = z.object({
  /** Anything that the brain answers under: a model, a role, an agent, another backend's model. */
  model: z.string().min(1).max(200).optional(),
  effort: z.enum(["none", "minimal", "low", "medium", "high"]).optional(),
  /** The system prompt. */
  system: z.string().max(20_000).optional(),
});
export type ConversationOptions = z.infer<typeof ConversationOptions>;

/** A conversation as the list shows it. */
export const ConversationSummary = z.object({
  id: Id,
  title: z.string().max(200),
  createdAt: z.number(),
  updatedAt: z.number(),
  pinned: z.boolean(),
  /** The demo brain answered it, beside the person's own conversations. */
  demo: z.literal(true).optional(),
  options: ConversationOptions.optional(),
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;

/** A whole conversation: its summary and the messages of the shown branch, oldest first. */
export const Conversation = ConversationSummary.extend({ messages: z.array(ChatMessage) });
export type Conversation = z.infer<typeof Conversation>;

/** A conversation in whose messages something was found: the first match and what stands around it. */
export const SearchHit = z.object({
  id: Id,
  snippet: z.object({ before: z.string(), match: z.string(), after: z.string() }),
});
export type SearchHit = z.infer<typeof SearchHit>;
