import { z } from "zod";

/** The addresses below the base URL that answer turns. */
const turnRoutes = ["chat/completions", "responses", "messages", "conversational"] as const;

/** Tokens a second while the words come; `estimated` from their letters, else from the backend's own count. */
const Speed = z.object({ tokensPerSecond: z.number(), estimated: z.boolean() });

/** One turn as the Activity page shows it, from a window or an HTTP caller. Times are milliseconds. */
export const ActivityEntry = z.object({
  id: z.string(),
  /** The call (the conversation) that it belongs to. */
  callId: z.string(),
  /** When it was asked, milliseconds since 1970. */
  at: z.number(),
  /** {@link clientNames} or the client's `User-Agent`. */
  caller: z.string().max(200),
  callerKind: z.enum(["window", "http", "session"]),
  /** Where it was asked; absent for the window. */
  route: z.enum(turnRoutes).optional(),
  /** The session's name, for a turn of one. */
  session: z.string().max(200).optional(),
  model: z.string().max(200),
  /** Which backend answered; absent while the turn waits. */
  backend: z.string().optional(),
  /** The client's own `user` and `metadata`, the latter as JSON of at most 2,000 characters. */
  user: z.string().max(200).optional(),
  metadata: z.string().max(2000).optional(),
  maxTokens: z.number().optional(),
  /** `stopped`: the client hung up, or the person stopped it, before the answer was whole. */
  state: z.enum(["queued", "running", "done", "stopped", "failed"]),
  /** Which process took the turn; absent while it waits. */
  warm: z.enum(["continued", "spare", "cold"]).optional(),
  firstTokenMs: z.number().optional(),
  totalMs: z.number().optional(),
  promptTokens: z.number().optional(),
  completionTokens: z.number().optional(),
  speed: Speed.optional(),
  /** Words answered so far. */
  words: z.number().int(),
  finishReason: z.enum(["stop", "tool_calls", "length", "content_filter"]).optional(),
  /** Names of the tools that the answer calls, in order; at most 20. */
  tools: z.array(z.string().max(64)).max(20),
  /** The tool whose text the answer is. */
  spokenBy: z.string().max(64).optional(),
  /** An English sentence, with `failed`. */
  error: z.string().max(1000).optional(),
  /** As in a message. */
  errorKind: z.string().max(40).optional(),
  /** Set where the person wants no words kept: the two texts are empty then. */
  wordless: z.boolean().optional(),
  /** Whether the request was more than `promptText`: earlier messages, instructions, tools, pictures, a longer text. */
  shortened: z.boolean().optional(),
  /** The last user message, cut to its first 2,000 characters. */
  promptText: z.string().max(2000),
  /** The end of the answer so far, cut to its last 2,000 characters. */
  replyText: z.string().max(2000),
  /** Characters answered so far, those that were cut included. */
  replyLength: z.number().int(),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** What an answer grew by; `from` is the number of characters before `text`. Without words, `text` is empty. */
export const TurnGrowth = z.object({
  id: z.string(),
  callId: z.string(),
  from: z.number().int(),
  text: z.string(),
  words: z.number().int(),
  speed: Speed.optional(),
});
export type TurnGrowth = z.infer<typeof TurnGrowth>;
