import { JobRefusal } from "../../jobs/refusal";
import { sendJson } from "../answer/respond";
import type { EndpointContext } from "../context";
import type { Exchange } from "../exchange";
import type { Route } from "../router";

const statuses: Record<JobRefusal["reason"], number> = {
  agent_not_found: 400,
  model_not_found: 400,
  workspace_missing: 400,
  workspace_busy: 409,
  already_answered: 409,
  too_many_jobs: 429,
  job_not_found: 404,
  question_not_found: 404,
};

const params: Partial<Record<JobRefusal["reason"], string>> = { agent_not_found: "agent", model_not_found: "model" };

/** A route's handler whose refusals by the jobs are told as statuses, with the names that would have been known. */
export function tellingRefusals(
  handle: (exchange: Exchange, context: EndpointContext) => Promise<void>,
): Route["handle"] {
  return async (exchange, context) => {
    try {
      await handle(exchange, context);
    } catch (error) {
      if (!(error instanceof JobRefusal)) throw error;
      const { reason, message, supported } = error;
      const { status, body } = exchange.errors.tell({
        status: statuses[reason],
        error: { message, type: "invalid_request_error", param: params[reason] ?? null, code: reason },
        request: exchange.id,
        ...(supported ? { supported } : {}),
      });
      exchange.response.setHeader("x-should-retry", String(status === 429));
      if (status === 429) exchange.response.setHeader("Retry-After", "5");
      sendJson(exchange, context.limits, status, body);
    }
  };
}
