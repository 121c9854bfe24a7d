import { z } from "zod";
import { sendJson } from "../answer/respond";
import { tellingRefusals } from "../jobs/refusals";
import { readJson } from "../request/body";
import { parseAs } from "../request/validate";
import type { Route } from "../router";

const Answer = z.object({ id: z.string().max(100), allow: z.boolean(), message: z.string().max(2000).optional() });

/** Answers a job's permission question. */
export const confirmJob: Route = {
  method: "POST",
  path: "/jobs/{id}/confirm",
  about: {
    summary: "Answer a job's permission question",
    description:
      "`message` is told to the agent when it is not allowed. A question can be answered once: 409 after that.",
    body: Answer,
    answers: { 200: { description: "The agent was told", json: z.object({ id: z.string(), allow: z.boolean() }) } },
  },
  handle: tellingRefusals(async (exchange, context) => {
    const { id, allow, message } = parseAs(Answer, await readJson(exchange, context.limits));
    await context.jobs.confirm(exchange.params["id"] ?? "", id, allow, message);
    sendJson(exchange, context.limits, 200, { id, allow });
  }),
};
