import { z } from "zod";
import { JobStart, JobStatus } from "../../../src-shared/jobs";
import { sendJson } from "../answer/respond";
import { tellingRefusals } from "../jobs/refusals";
import { readJson } from "../request/body";
import { parseAs } from "../request/validate";
import type { Route } from "../router";

const start = JobStart.shape;
const ExecuteRequest = z.object({
  prompt: start.prompt,
  agent: start.agent,
  max_budget_usd: start.maxBudgetUsd.unwrap().default(5),
  timeout_seconds: start.timeoutSeconds,
  metadata: start.metadata.nullish(),
  model: start.model.nullish(),
});

/** Lets an agent work on something, and answers before it is done. */
export const execute: Route = {
  method: "POST",
  path: "/execute",
  about: {
    summary: "Start a job: an agent works on a prompt with the tools that its owner allowed",
    description:
      "One agent at a time works in a workspace: a second job gets 409. The agent's own budget is the most that a job may cost.",
    body: ExecuteRequest,
    answers: { 202: { description: "It runs", json: z.object({ job_id: z.string(), status: JobStatus }) } },
  },
  handle: tellingRefusals(async (exchange, context) => {
    const asked = parseAs(ExecuteRequest, await readJson(exchange, context.limits));
    const { id, status } = await context.jobs.start({
      prompt: asked.prompt,
      agent: asked.agent,
      maxBudgetUsd: asked.max_budget_usd,
      timeoutSeconds: asked.timeout_seconds,
      metadata: asked.metadata ?? {},
      ...(asked.model ? { model: asked.model } : {}),
    });
    sendJson(exchange, context.limits, 202, { job_id: id, status });
  }),
};
