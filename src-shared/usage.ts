import { z } from "zod";

/** What is no app of its own is called this in records; the window has words of its own for each. */
export const clientNames = { window: "Chat window", unknown: "unknown client", jobsOf: "Jobs of " } as const;

/** What one client used of one model on one day, local time. Costs are US dollars as the backend estimates them. */
export const UsageRow = z.object({
  /** `YYYY-MM-DD`. */
  day: z.string(),
  backend: z.string(),
  model: z.string(),
  client: z.string(),
  turns: z.number(),
  promptTokens: z.number(),
  cachedTokens: z.number(),
  completionTokens: z.number(),
  costUsd: z.number(),
});
export type UsageRow = z.infer<typeof UsageRow>;
