import { z } from "zod";
import { Agent, AgentList } from "../agents";
import { Job, JobEvent, JobId, JobStart, JobSummary } from "../jobs";
import { nothing, route } from "./route";

/** Agents and their work. */
export const agentsRoutes = {
  "agents.list": route(nothing, AgentList),
  /** Makes or replaces one; `was` is the name it had before, where that changes. */
  "agents.save": route(z.object({ agent: Agent, was: z.string().max(100).optional() }), nothing),
  "agents.remove": route(z.object({ name: z.string().max(100) }), nothing),
  /** Newest first. */
  "jobs.list": route(z.object({ limit: z.number().int().min(1).max(1000) }), z.array(JobSummary)),
  /** `job.event` goes on with the number behind the last of `events`. */
  "jobs.open": route(z.object({ id: JobId }), z.object({ job: Job, events: z.array(JobEvent) })),
  "jobs.start": route(JobStart, z.object({ id: JobId })),
  /** Answers when none of the job's processes is left. */
  "jobs.cancel": route(z.object({ id: JobId }), nothing),
  /** Answers a permission question; `message` is told to the agent when it is not allowed. */
  "jobs.confirm": route(
    z.object({
      id: JobId,
      questionId: z.string().max(100),
      allow: z.boolean(),
      message: z.string().max(2000).optional(),
    }),
    nothing,
  ),
} as const;
