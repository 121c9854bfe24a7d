import type { Job, JobEvent, JobStatus, JobSummary } from "../../src-shared/jobs";
import type { AgentBackend, AgentEvent, AgentRun } from "../brain/agent-run";
import { afterAwake } from "../brain/awake-timer";
import { endTree, markName } from "../brain/programs/process-tree";
import { BrainError } from "../brain/turn";
import { cutInput, cutText } from "./cut-texts";
import { summarize } from "./describe-job";
import { updateCheckout } from "./git-update";
import { JobEvents } from "./job-events";
import { type Answer, Questions } from "./questions";
import type { Work } from "./work";

interface End {
  status: Exclude<JobStatus, "running">;
  error?: string;
  errorKind?: string;
}

export interface JobSurroundings {
  backend: AgentBackend;
  env: NodeJS.ProcessEnv;
  confirmSeconds: () => number;
  /** Told of every event and of every change of the summary. */
  heard: (event: JobEvent) => void;
  changed: (summary: JobSummary) => void;
  /** No process is left: the workspace is free. */
  left: () => void;
}

/** A job from its start to its end. */
export class RunningJob {
  readonly events: JobEvents;
  private readonly questions: Questions;
  private readonly ending = new AbortController();
  private run: AgentRun | undefined;
  private end: End | undefined;
  private said = false;

  constructor(
    private job: Job,
    private readonly around: JobSurroundings,
  ) {
    this.events = new JobEvents(around.heard);
    this.questions = new Questions(around.confirmSeconds, (question, asked, answer) => {
      this.run?.answer(asked.id, answer);
      const { tool } = question;
      const told = { what: "answered", tool, callId: asked.callId, ok: answer.allow, text: answer.message } as const;
      this.events.add({ type: "progress", ...told });
      this.changed();
    });
  }

  /** The job as it is now. */
  now(): Job {
    return { ...this.job, questions: this.questions.list() };
  }

  answer(id: string, answer: Answer): "answered" | "unknown" | "too_late" {
    return this.questions.answer(id, answer);
  }

  /** Ends the job with all its processes; the first reason counts. */
  stop(end: End): void {
    this.end ??= end;
    this.ending.abort();
    this.run?.stop();
  }

  /** Resolves to the job as it ended, whatever happened. No process of it is left then. */
  async work(work: Work): Promise<Job> {
    const { timeoutSeconds } = this.job;
    const late = () =>
      this.stop({ status: "timeout", error: `The job took longer than ${timeoutSeconds} s.`, errorKind: "timeout" });
    const clear = afterAwake(timeoutSeconds * 1000, late);
    const end = await this.attempt(work).catch((error: unknown): End => {
      const message = error instanceof Error ? error.message : String(error);
      return error instanceof BrainError
        ? { status: "error", error: message, errorKind: error.kind }
        : { status: "failed", error: message };
    });
    clear();
    this.questions.close();
    await endTree(undefined, this.job.id);
    this.around.left();
    return this.finish(this.end ?? end);
  }

  private async attempt({ gitUpdate, ...work }: Work): Promise<End> {
    const { backend, env } = this.around;
    if (gitUpdate) {
      const words = await updateCheckout(work.workspace, env, { [markName]: this.job.id }, this.ending.signal);
      this.events.add({ type: "progress", what: "workspace_updated", text: words });
    }
    const run = await backend.runAgent({ ...work, mark: this.job.id }, (event) => this.hear(event));
    this.run = run;
    if (this.ending.signal.aborted) run.stop();
    this.events.add({ type: "progress", what: "started" });
    const { output, failure, exitCode, stderr, usage, costUsd } = await run.result;
    this.job = { ...this.job, exitCode, stderr, usage, costUsd, ...(failure ? {} : { output }) };
    if (!failure) return { status: "completed" };
    return {
      status: failure.kind === "cli_crashed" ? "error" : "failed",
      error: failure.message,
      errorKind: failure.kind,
    };
  }

  private hear(event: AgentEvent): void {
    switch (event.type) {
      case "text":
        this.job.output += event.text;
        this.said = true;
        this.events.say(event.text);
        return;
      case "step":
        // What was said before a tool stands in a paragraph of its own.
        if (this.said) this.job.output += "\n\n";
        this.said = false;
        this.events.add({ type: "progress", what: "step" });
        return;
      case "tool": {
        const { id: callId, name: tool, input } = event;
        this.events.add({ type: "progress", what: "tool", tool, callId, input: cutInput(input) });
        return;
      }
      case "tool_result": {
        const { id: callId, ok, text } = event;
        this.events.add({ type: "progress", what: "tool_result", callId, ok, text: cutText(text) });
        return;
      }
      case "ask":
        this.events.add({ type: "confirm", question: this.questions.ask(event) });
        this.changed();
        return;
      case "withdrawn":
        this.questions.withdraw(event.id);
        this.changed();
        return;
      case "retry":
        this.events.add({ type: "progress", what: "retry" });
    }
  }

  private finish({ status, ...why }: End): Job {
    this.job = { ...this.job, status, finishedAt: Date.now(), ...why };
    const { output, costUsd, usage } = this.job;
    if (status === "completed") this.events.add({ type: "done", output, costUsd, usage });
    else this.events.add({ type: "error", status, error: why.error ?? status });
    this.events.close();
    this.changed();
    return this.now();
  }

  private changed(): void {
    this.around.changed(summarize(this.now()));
  }
}
