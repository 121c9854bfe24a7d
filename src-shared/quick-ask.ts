import { z } from "zod";

/** How the quick-ask window's shortcut stands. */
export const QuickAskStatus = z.object({
  /** The system lets it through to Brainstem. */
  registered: z.boolean(),
  /** Why not: another program has it, or it is no shortcut. */
  problem: z.enum(["taken", "invalid"]).optional(),
  /** On Wayland the system decides whether an app hears keys while another one is used. */
  wayland: z.boolean(),
});
export type QuickAskStatus = z.infer<typeof QuickAskStatus>;
