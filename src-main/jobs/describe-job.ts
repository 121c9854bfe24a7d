import { randomBytes } from "node:crypto";
import type { Job, JobStart, JobSummary } from "../../src-shared/jobs";
import type { Work } from "./work";

/** A job that is about to run. */
export function newJob({ prompt, agent, timeoutSeconds, metadata }: JobStart, { model, budgetUsd }: Work): Job {
  return {
    id: `job_${randomBytes(8).toString("hex")}`,
    status: "running",
    ...{ prompt, agent, model, budgetUsd, timeoutSeconds, metadata },
    startedAt: Date.now(),
    output: "",
    stderr: "",
    exitCode: null,
    usage: { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 },
    costUsd: 0,
    questions: [],
  };
}

/** What a list shows of a job. */
export function summarize(job: Job): JobSummary {
  const { id, status, agent, model, prompt, startedAt, finishedAt, error, errorKind, costUsd, questions } = job;
  const ended = {
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(error === undefined ? {} : { error }),
    ...(errorKind === undefined ? {} : { errorKind }),
  };
  return { id, status, agent, model, prompt: prompt.slice(0, 300), startedAt, ...ended, costUsd, questions };
}
