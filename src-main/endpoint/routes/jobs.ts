import { z } from "zod";
import { sendJson } from "../answer/respond";
import { badRequest } from "../errors";
import { JobListed, listedJob } from "../jobs/job-object";
import type { Route } from "../router";

const most = 500;

/** The jobs, newest first; `?limit=` of them, 50 unless said. */
export const jobs: Route = {
  method: "GET",
  path: "/jobs",
  about: {
    summary: "List the jobs, newest first",
    description: `\`?limit=\` from 1 to ${most}, 50 unless said. Prompts are cut to their first 300 characters.`,
    answers: { 200: { description: "The jobs", json: z.object({ jobs: z.array(JobListed) }) } },
  },
  async handle(exchange, context) {
    const wanted = new URL(exchange.request.url ?? "", "http://localhost").searchParams.get("limit") ?? "50";
    const limit = Number(wanted);
    if (!Number.isInteger(limit) || limit < 1 || limit > most)
      throw badRequest(`limit: must be a whole number from 1 to ${most}`, "limit");
    sendJson(exchange, context.limits, 200, { jobs: (await context.jobs.list(limit)).map(listedJob) });
  },
};
