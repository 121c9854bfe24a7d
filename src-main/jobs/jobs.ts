import type { Agent } from "../../src-shared/agents";
import type { Job, JobEvent, JobStart, JobSummary } from "../../src-shared/jobs";
import type { WorkspaceLocks } from "../agents/workspace";
import { createListeners } from "../listeners";
import type { Log } from "../logging/log";
import { newJob, summarize } from "./describe-job";
import { JobArchive } from "./job-archive";
import { planJob, type Surroundings } from "./plan-job";
import { JobRefusal } from "./refusal";
import { RunningJob } from "./running-job";

/** Agents at work. All of it rejects with a {@link JobRefusal} or, where the brain cannot work, a BrainError. */
export interface Jobs {
  /** Begins a job and resolves at once, to the job as it begins. */
  start(asked: JobStart): Promise<Job>;
  /** Newest first. */
  list(limit: number): Promise<JobSummary[]>;
  open(id: string): Promise<{ job: Job; events: JobEvent[] }>;
  /** The events behind number `after`, to the job's last one, as they come; undefined when there are none to come. */
  follow(id: string, after: number, signal: AbortSignal): Promise<AsyncIterable<JobEvent> | undefined>;
  /** Resolves to the job as it ended, when none of its processes is left. One that has ended stays as it is. */
  cancel(id: string): Promise<Job>;
  /** Answers a permission question. */
  confirm(id: string, questionId: string, allow: boolean, message?: string): Promise<void>;
  /** A job began, asked, was answered or ended. Returns the function that ends the subscription. */
  onChange(listener: (summary: JobSummary) => void): () => void;
  onEvent(listener: (jobId: string, event: JobEvent) => void): () => void;
  /** Told when all that had ended are forgotten. */
  onClear(listener: () => void): () => void;
  /** How many there are, running ones among them. */
  count(): Promise<number>;
  /** Cancels all running jobs and forgets every job. Rejects with the system's error where files could not be removed. */
  removeAll(): Promise<void>;
  /** Ends all running jobs; resolves when none of their processes is left. */
  stop(): Promise<void>;
}

export interface JobsOptions extends Surroundings {
  locks: WorkspaceLocks;
  /** Told of each job that has ended, with what it used. */
  ended: (job: Job) => void;
  log: Log;
}

interface Live {
  job: RunningJob;
  ended: Promise<Job>;
}

export function createJobs(options: JobsOptions): Jobs {
  const { home, backend, locks, settings, env, log } = options;
  const archive = new JobArchive(home, () => settings().jobs);
  const loaded = archive.load().catch((error: unknown) => log.warn("jobs.load", { error: String(error) }));
  const running = new Map<string, Live>();
  const changes = createListeners<JobSummary>();
  const clearings = createListeners();
  const happenings = createListeners<{ jobId: string; event: JobEvent }>();

  /** A place among the running, and the workspace; the function gives both back. */
  function enter(agent: Agent, workspace: string): () => void {
    const { maxRunning } = settings().jobs;
    const atWork = [...running.values()].filter(({ job }) => job.now().status === "running").length;
    if (atWork >= maxRunning)
      throw new JobRefusal("too_many_jobs", `${maxRunning} jobs are running already. Try again when one has ended.`);
    // Agents that only talk are in nobody's way.
    if (agent.tools.length === 0 && !agent.gitUpdate) return () => {};
    const leave = locks.take(workspace);
    if (!leave)
      throw new JobRefusal("workspace_busy", `An agent is already at work in the workspace of "${agent.name}".`);
    return leave;
  }

  async function begin(asked: JobStart): Promise<Job> {
    await loaded;
    const { agent, work } = planJob(asked, options);
    const left = enter(agent, work.workspace);
    const job = newJob(asked, work);
    const file = archive.create(job);
    const live = new RunningJob(job, {
      backend,
      env,
      left,
      confirmSeconds: () => settings().jobs.confirmSeconds,
      heard(event) {
        void file.then((opened) => opened.add(event)).catch(() => {});
        happenings.tell({ jobId: job.id, event });
      },
      changed: changes.tell,
    });
    const ended = file.then(
      async (opened) => {
        const end = await live.work(work);
        options.ended(end);
        await archive.noteEnd(end);
        await opened.end(end);
        return end;
      },
      (error: unknown) => {
        left();
        throw new Error(`The job could not be recorded: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
    running.set(job.id, { job: live, ended });
    const forget = () => running.delete(job.id);
    void ended.then(forget, forget);
    await file.catch(() => ended);
    log.info("job", { job: job.id, agent: agent.name, model: work.model });
    changes.tell(summarize(job));
    return live.now();
  }

  async function endAll(how: Parameters<RunningJob["stop"]>[0]): Promise<void> {
    const ends = [...running.values()].map(({ ended }) => ended.catch(() => {}));
    for (const { job } of running.values()) job.stop(how);
    await Promise.all(ends);
  }

  async function openEnded(id: string): Promise<{ job: Job; events: JobEvent[] }> {
    await loaded;
    const stored = await archive.open(id);
    if (!stored) throw new JobRefusal("job_not_found", "There is no job of this id.");
    return stored;
  }

  return {
    start: begin,
    async list(limit) {
      await loaded;
      const live = [...running.values()].map(({ job }) => summarize(job.now()));
      const all = new Map([...archive.ended.values(), ...live].map((job) => [job.id, job]));
      return [...all.values()].sort((a, b) => b.startedAt - a.startedAt).slice(0, limit);
    },
    async open(id) {
      const live = running.get(id)?.job;
      return live ? { job: live.now(), events: live.events.all() } : openEnded(id);
    },
    async follow(id, after, signal) {
      const live = running.get(id)?.job;
      // It may still be on its way to the archive when its last event has been heard.
      if (live) return live.events.isOver(after) ? undefined : live.events.follow(after, signal);
      const left = (await openEnded(id)).events.filter((event) => event.id > after);
      return left.length > 0 ? iterate(left) : undefined;
    },
    async cancel(id) {
      const live = running.get(id);
      if (!live) return (await openEnded(id)).job;
      live.job.stop({ status: "cancelled", error: "The job was cancelled." });
      return live.ended;
    },
    async confirm(id, questionId, allow, message) {
      const live = running.get(id)?.job;
      const asked = live ? [] : (await openEnded(id)).events;
      const words = message?.trim() || (allow ? "" : "The person did not allow this.");
      const outcome = live?.answer(questionId, { allow, message: words }) ?? pastQuestion(asked, questionId);
      if (outcome === "unknown") throw new JobRefusal("question_not_found", "The job has no question of this id.");
      if (outcome === "too_late") throw new JobRefusal("already_answered", "The question has been answered already.");
    },
    onChange: changes.on,
    onClear: clearings.on,
    onEvent: (listener) => happenings.on(({ jobId, event }) => listener(jobId, event)),
    async count() {
      await loaded;
      return new Set([...archive.ended.keys(), ...running.keys()]).size;
    },
    async removeAll() {
      await loaded;
      await endAll({ status: "cancelled", error: "The job was cancelled." });
      const removed = archive.removeAll([...running.keys()]);
      clearings.tell();
      await removed;
    },
    stop: () => endAll({ status: "error", error: "The brain was stopped.", errorKind: "stopped" }),
  };
}

/** What becomes of an answer that comes when the job is over. */
function pastQuestion(events: readonly JobEvent[], id: string): "unknown" | "too_late" {
  return events.some((event) => event.type === "confirm" && event.question.id === id) ? "too_late" : "unknown";
}

async function* iterate<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
