import { sendJson } from "../respond";
import type { Route } from "../router";

/** Whether the brain is up, for anyone on this machine; nothing private. */
export const health: Route = {
  method: "GET",
  path: "/health",
  open: true,
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
