import { createStore } from "zustand";
import type { JobSummary } from "../../src-shared/jobs";
import type { Ask } from "./ask";
import { withItem } from "./with-item";

export interface JobsState {
  /** Newest first, at most 200. */
  jobs: JobSummary[];
  load(): Promise<void>;
  /** Resolves to the new job's id; rejects with a sentence. */
  start(agent: string, prompt: string): Promise<string>;
  cancel(id: string): Promise<void>;
  /** `message` is told to the agent when it is not allowed. */
  confirm(id: string, questionId: string, allow: boolean, message?: string): Promise<void>;
  onChanged(job: JobSummary): void;
  onCleared(): void;
}

const limit = 200;

const withJob = (jobs: JobSummary[], job: JobSummary): JobSummary[] =>
  withItem(jobs, job, { timeOf: ({ startedAt }) => startedAt, most: limit });

const isRunning = ({ status }: JobSummary): boolean => status === "running";

/** How many questions wait for the person. */
export const openQuestions = ({ jobs }: JobsState): number => jobs.reduce((sum, job) => sum + job.questions.length, 0);

/** What agents were asked to do, live. */
export function createJobs(ask: Ask) {
  return createStore<JobsState>()((set) => {
    /** What was told while the list was being fetched: it is newer than the list. */
    let told: JobSummary[] | undefined;
    return {
      jobs: [],
      async load() {
        told = [];
        const listed = await ask("jobs.list", { limit }).catch(() => undefined);
        const newer = told;
        told = undefined;
        if (listed) set({ jobs: newer.reduce(withJob, listed) });
      },
      start: async (agent, prompt) => (await ask("jobs.start", { agent, prompt })).id,
      cancel: (id) => ask("jobs.cancel", { id }),
      confirm: (id, questionId, allow, message) =>
        ask("jobs.confirm", { id, questionId, allow, ...(message ? { message } : {}) }),
      onCleared() {
        told = told?.filter(isRunning);
        set(({ jobs }) => ({ jobs: jobs.filter(isRunning) }));
      },
      onChanged(job) {
        told?.push(job);
        set((state) => ({ jobs: withJob(state.jobs, job) }));
      },
    };
  });
}
