import { z } from "zod";
import { sendJson } from "../answer/respond";
import type { Route } from "../router";

const Health = z.object({
  status: z.literal("ok"),
  busy: z.boolean(),
  state: z.enum(["stopped", "starting", "ready", "busy", "error"]),
  reason: z.string().optional(),
  version: z.string(),
});

/** Whether the brain is up, for anyone on this machine; nothing private. */
export const health: Route = {
  method: "GET",
  path: "/health",
  open: true,
  about: {
    summary: "How the brain stands; nothing private",
    answers: { 200: { description: "It answers, whatever the brain's state", json: Health } },
  },
  handle(exchange, context) {
    const { state, reason } = context.status();
    sendJson(exchange, context.limits, 200, {
      status: "ok",
      busy: state === "busy",
      state,
      ...(reason === undefined ? {} : { reason }),
      version: context.version,
    });
  },
};
