import { z } from "zod";
import { ActivityEntry } from "../activity";
import { Call, CallSummary } from "../calls";
import { nothing, route } from "./route";

/** What was asked and answered, by turns and by calls. */
export const activityRoutes = {
  /** The latest 200 turns, newest first. */
  "activity.list": route(nothing, z.array(ActivityEntry)),
  /** Copies a command that asks an app's question again, with the address and the key in place. */
  "activity.copyCurl": route(z.object({ id: z.uuid() }), nothing),
  /** The latest calls (conversations of a caller), the most recently used first. */
  "calls.list": route(nothing, z.array(CallSummary)),
  /** A call with its turns; `call.turn` is told of it until the next is opened. Null where it is no longer kept. */
  "calls.open": route(z.object({ id: z.uuid() }), Call.nullable()),
  "calls.close": route(nothing, nothing),
} as const;
