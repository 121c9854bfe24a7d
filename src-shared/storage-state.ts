import { z } from "zod";

/** How Brainstem's own data on the disk stands. */
export const StorageState = z.object({
  /** What could not be read and was put aside since the app was started, a sentence each. */
  damaged: z.array(z.string()),
  /** Why something waits in memory to be saved; absent while all is saved. */
  unsaved: z.string().optional(),
});
export type StorageState = z.infer<typeof StorageState>;
