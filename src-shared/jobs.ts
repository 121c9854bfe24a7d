import { z } from "zod";

export const JobId = z.string().regex(/^job_[0-9a-f]{16}$/);
export const JobStatus = z.enum(["running", "completed", "failed", "timeout", "error", "cancelled"]);
export type JobStatus = z.infer<typeof JobStatus>;

/** An agent asks whether it may use a tool with this very input. Unanswered by `expiresAt` it is a no. */
export const Question = z.object({
  id: z.string(),
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  /** Why it asks, in the CLI's own words. */
  reason: z.string().optional(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});
export type Question = z.infer<typeof Question>;

export const JobUsage = z.object({
  inputTokens: z.number(),
  outputTokens: z.number(),
  cacheReadTokens: z.number(),
  cacheCreationTokens: z.number(),
});
export type JobUsage = z.infer<typeof JobUsage>;

/** A job as a list shows it; times are milliseconds since 1970. */
export const JobSummary = z.object({
  id: JobId,
  status: JobStatus,
  agent: z.string(),
  model: z.string(),
  /** Its first 300 characters. */
  prompt: z.string(),
  startedAt: z.number(),
  finishedAt: z.number().optional(),
  /** An English sentence; whenever the job ended without being completed. */
  error: z.string().optional(),
  /** As in a message, where it is known. */
  errorKind: z.string().max(40).optional(),
  costUsd: z.number(),
  /** What waits for an answer right now. */
  questions: z.array(Question),
});
export type JobSummary = z.infer<typeof JobSummary>;

/** A whole job. `output` is the final answer once it is completed, else all that was said so far. */
export const Job = JobSummary.extend({
  output: z.string(),
  stderr: z.string(),
  /** The CLI's exit code; null while it runs and where it was ended by force. */
  exitCode: z.number().nullable(),
  usage: JobUsage,
  metadata: z.record(z.string(), z.unknown()),
  budgetUsd: z.number(),
  timeoutSeconds: z.number(),
});
export type Job = z.infer<typeof Job>;

/** Every event of a job has the next number, from 1; `at` is milliseconds since 1970. */
const numbered = { id: z.number().int(), at: z.number() };

export const JobEvent = z.discriminatedUnion("type", [
  z.object({
    ...numbered,
    type: z.literal("progress"),
    what: z.enum(["workspace_updated", "started", "step", "tool", "tool_result", "answered", "retry"]),
    tool: z.string().optional(),
    /** Joins a call, its question and its result. */
    callId: z.string().optional(),
    /** A tool's input, long texts cut. */
    input: z.record(z.string(), z.unknown()).optional(),
    /** With `tool_result`: whether it worked; with `answered`: whether it was allowed. */
    ok: z.boolean().optional(),
    /** What git, a tool or the person who answered said, cut. */
    text: z.string().optional(),
  }),
  z.object({ ...numbered, type: z.literal("token"), text: z.string() }),
  z.object({ ...numbered, type: z.literal("confirm"), question: Question }),
  /** The last event of a completed job. */
  z.object({ ...numbered, type: z.literal("done"), output: z.string(), costUsd: z.number(), usage: JobUsage }),
  /** The last event of any other. */
  z.object({ ...numbered, type: z.literal("error"), status: JobStatus, error: z.string() }),
]);
export type JobEvent = z.infer<typeof JobEvent>;

/** What a job is started with; what is left out is the agent's own. */
export const JobStart = z.object({
  prompt: z.string().trim().min(1).max(1_000_000),
  agent: z.string().min(1).max(100),
  maxBudgetUsd: z.number().positive().max(1000).optional(),
  timeoutSeconds: z.number().min(1).max(86_400).default(2700),
  metadata: z.record(z.string(), z.unknown()).default({}),
  model: z.string().min(1).max(200).optional(),
});
export type JobStart = z.infer<typeof JobStart>;
