import { sendJson } from "../answer/respond";
import { JobObject, jobObject } from "../jobs/job-object";
import { tellingRefusals } from "../jobs/refusals";
import type { Route } from "../router";

const path = "/jobs/{id}";

/** A job as it stands. */
export const job: Route = {
  method: "GET",
  path,
  about: {
    summary: "A job as it stands",
    description: "`output` is the final answer of a completed job, else what was said so far.",
    answers: { 200: { description: "The job", json: JobObject } },
  },
  handle: tellingRefusals(async (exchange, context) => {
    const found = await context.jobs.open(exchange.params["id"] ?? "");
    sendJson(exchange, context.limits, 200, jobObject(found.job));
  }),
};

/** Cancels a job; it answers when none of the job's processes is left. */
export const cancelJob: Route = {
  method: "DELETE",
  path,
  about: {
    summary: "Cancel a job and end all its processes",
    answers: { 200: { description: "The job as it ended; one that had ended before is unchanged", json: JobObject } },
  },
  handle: tellingRefusals(async (exchange, context) => {
    const ended = await context.jobs.cancel(exchange.params["id"] ?? "");
    sendJson(exchange, context.limits, 200, jobObject(ended));
  }),
};
