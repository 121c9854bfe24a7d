import { z } from "zod";
import { type Job, JobStatus, type JobSummary, type JobUsage, type Question } from "../../../src-shared/jobs";

const UsageObject = z.object({
  input_tokens: z.number(),
  output_tokens: z.number(),
  cache_read_input_tokens: z.number(),
  cache_creation_input_tokens: z.number(),
});

const QuestionObject = z.object({
  id: z.string(),
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  reason: z.string().optional(),
  expires_at: z.string(),
});

/** A job in a list; times are ISO 8601 in UTC. */
export const JobListed = z.object({
  job_id: z.string(),
  status: JobStatus,
  prompt: z.string(),
  agent: z.string(),
  model: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  error: z.string().optional(),
  cost_usd: z.number(),
  questions: z.array(QuestionObject),
});

export const JobObject = JobListed.extend({
  exit_code: z.number().nullable(),
  output: z.string(),
  stderr: z.string(),
  usage: UsageObject,
  metadata: z.record(z.string(), z.unknown()),
});

const time = (ms: number) => new Date(ms).toISOString();

export function listedJob(job: JobSummary): z.infer<typeof JobListed> {
  const { id, status, prompt, agent, model, startedAt, finishedAt, error, costUsd, questions } = job;
  return {
    job_id: id,
    ...{ status, prompt, agent, model },
    started_at: time(startedAt),
    finished_at: finishedAt === undefined ? null : time(finishedAt),
    ...(error === undefined ? {} : { error }),
    cost_usd: costUsd,
    questions: questions.map(questionObject),
  };
}

export function jobObject(job: Job): z.infer<typeof JobObject> {
  const { exitCode, output, stderr, usage, metadata } = job;
  return { ...listedJob(job), exit_code: exitCode, output, stderr, usage: usageObject(usage), metadata };
}

export function questionObject({ id, tool, input, reason, expiresAt }: Question): z.infer<typeof QuestionObject> {
  return { id, tool, input, ...(reason === undefined ? {} : { reason }), expires_at: time(expiresAt) };
}

export function usageObject(usage: JobUsage): z.infer<typeof UsageObject> {
  return {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cache_read_input_tokens: usage.cacheReadTokens,
    cache_creation_input_tokens: usage.cacheCreationTokens,
  };
}
