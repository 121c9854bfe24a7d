import { z } from "zod";

/** One turn as the Activity page shows it, from a window or an HTTP caller. Times are milliseconds. */
export const ActivityEntry = z.object({
  id: z.string(),
  /** When it was asked, milliseconds since 1970. */
  at: z.number(),
  /** e.g. "Chat window" or the client's `User-Agent`. */
  caller: z.string(),
  callerKind: z.enum(["window", "http", "session"]),
  model: z.string(),
  /** Which backend answered; absent while the turn waits. */
  backend: z.string().optional(),
  /** The client's own `user` and `metadata`, the latter as JSON of at most 2,000 characters. */
  user: z.string().max(200).optional(),
  metadata: z.string().max(2000).optional(),
  state: z.enum(["queued", "running", "done", "stopped", "failed"]),
  /** Which process took the turn; absent while it waits. */
  warm: z.enum(["continued", "spare", "cold"]).optional(),
  firstTokenMs: z.number().optional(),
  totalMs: z.number().optional(),
  promptTokens: z.number().optional(),
  completionTokens: z.number().optional(),
  /** An English sentence, with `failed`. */
  error: z.string().optional(),
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
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;
