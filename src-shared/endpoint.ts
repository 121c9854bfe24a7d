import { z } from "zod";

/** How the endpoint's key is kept. */
export const KeyKeeping = z.object({
  /** By the system's key store, in a file that is not encrypted, by who started Brainstem, or only until it ends. */
  where: z.enum(["encrypted", "file", "environment", "memory"]),
  /** The saved key could not be read at the start, so a new one was made. */
  replaced: z.boolean(),
});
export type KeyKeeping = z.infer<typeof KeyKeeping>;

/** What asking the own endpoint came to. Times are milliseconds. */
export const EndpointTest = z.object({
  /** How many models it lists. */
  models: z.number(),
  /** Until the first words of the answer. */
  firstTokenMs: z.number(),
  totalMs: z.number(),
});
export type EndpointTest = z.infer<typeof EndpointTest>;
