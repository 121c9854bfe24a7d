import { z } from "zod";
import { ActivityEntry } from "./activity";

/** Characters of an answer that a call's view keeps. */
export const mostReply = 20_000;

/** One thing that a request brought: what the person said, a tool's result, or what the client itself let the bot say. */
export const Said = z.object({
  role: z.enum(["user", "tool", "assistant"]),
  text: z.string(),
  /** The tool's name, where it is known. */
  name: z.string().optional(),
});
export type Said = z.infer<typeof Said>;

/** One turn of a call: what came in with its request, and what was answered. */
export const CallTurn = ActivityEntry.pick({
  id: true,
  at: true,
  model: true,
  state: true,
  warm: true,
  firstTokenMs: true,
  totalMs: true,
  speed: true,
  words: true,
  finishReason: true,
  spokenBy: true,
  error: true,
  errorKind: true,
  wordless: true,
}).extend({
  said: z.array(Said),
  /** The answer as it was generated, cut to its first {@link mostReply} characters. */
  reply: z.string(),
  calls: z.array(z.object({ id: z.string(), name: z.string(), arguments: z.string() })),
  /**
   * What the client's next request says was heard of the answer: its first `upTo` characters, or another `text` where
   * it tells it in words of its own. Absent until there is a next request.
   */
  heard: z.object({ upTo: z.number().int(), text: z.string().optional() }).optional(),
  /** How many messages of the history before are no longer in the one this turn was asked with. */
  dropped: z.number().int().optional(),
  /** The client asked the same anew, or another question in its place, before it used this answer. */
  replaced: z.boolean().optional(),
});
export type CallTurn = z.infer<typeof CallTurn>;

/** A conversation of one caller, as a line of a list. Times are milliseconds. */
export const CallSummary = ActivityEntry.pick({
  caller: true,
  callerKind: true,
  user: true,
  session: true,
  model: true,
}).extend({
  id: z.string(),
  /** The first thing that was said, cut to 120 characters; empty where no words are kept. */
  title: z.string(),
  at: z.number(),
  /** When its latest turn began or ended. */
  lastAt: z.number(),
  /** All turns so far, those that are no longer kept included. */
  turns: z.number().int(),
  running: z.boolean(),
  /** Answers that the caller broke into. */
  interruptions: z.number().int(),
  failures: z.number().int(),
  /** The middle of the first-token times of the turns that are kept. */
  medianFirstMs: z.number().optional(),
});
export type CallSummary = z.infer<typeof CallSummary>;

/** A call with its turns, oldest first. */
export const Call = CallSummary.extend({
  system: z.array(z.string()),
  /** How many of its first turns are no longer kept. */
  forgotten: z.number().int(),
  log: z.array(CallTurn),
});
export type Call = z.infer<typeof Call>;
