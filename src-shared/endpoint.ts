import { z } from "zod";

/** What asking the own endpoint came to. Times are milliseconds. */
export const EndpointTest = z.object({
  /** How many models it lists. */
  models: z.number(),
  /** Until the first words of the answer. */
  firstTokenMs: z.number(),
  totalMs: z.number(),
});
export type EndpointTest = z.infer<typeof EndpointTest>;
