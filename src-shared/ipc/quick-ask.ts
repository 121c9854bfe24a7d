import { z } from "zod";
import { Id } from "../conversation";
import { QuickAskStatus } from "../quick-ask";
import { nothing, route } from "./route";

/** The small window for one question. */
export const quickAskRoutes = {
  "quickAsk.status": route(nothing, QuickAskStatus),
  "quickAsk.show": route(nothing, nothing),
  "quickAsk.hide": route(nothing, nothing),
  /** How high its page is, in CSS pixels, and whether something is in it: an empty one goes when another window is used. */
  "quickAsk.fit": route(z.object({ height: z.number().min(1).max(5000), empty: z.boolean() }), nothing),
  /** Goes on in the main window, with what was typed there; a new chat for null. */
  "quickAsk.goOn": route(z.object({ conversationId: Id.nullable(), text: z.string().max(1_000_000) }), nothing),
} as const;
