import { z } from "zod";

/** Also the name of the agent's file, and what callers write behind `agent/`. */
export const AgentName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be up to 40 lower-case letters, digits and dashes");

/**
 * A tool of the Claude CLI and when the agent may use it: `Edit` without asking, `Bash(git status:*)` without asking
 * where the rule fits, `Bash?` only after a person said yes. A tool that is not named does not exist for the agent.
 */
const ToolRule = z
  .string()
  .max(500)
  .regex(
    /^[A-Z][A-Za-z0-9]{0,39}(\?|\([^()\p{Cc}]+\))?$/u,
    'must be a tool such as "Read", "Bash(git status:*)" or "Bash?"',
  );

const Folder = z
  .string()
  .max(4096)
  .regex(/^(\/|~[\\/]|[A-Za-z]:[\\/]|\\\\)[^\0\r\n]*$/, "must be a whole path, or one that begins with ~/");

export const Agent = z.object({
  name: AgentName,
  description: z.string().trim().max(300).default(""),
  /** The agent's system prompt. */
  prompt: z.string().max(200_000).default(""),
  /** Empty: the default model. */
  model: z
    .string()
    .max(200)
    .refine((model) => !model.startsWith("agent/"), "must be a model, not another agent")
    .default(""),
  /** `default`: what the caller or else the settings say. */
  effort: z.enum(["default", "none", "minimal", "low", "medium", "high"]).default("default"),
  tools: z.array(ToolRule).max(100).default([]),
  /** Folders beside the workspace that the agent's file tools may use. */
  folders: z.array(Folder).max(20).default([]),
  /** US dollars that one job may cost; a caller may ask for less, never for more. */
  budgetUsd: z.number().positive().max(1000).default(5),
  /** Where it works; empty: a folder of its own among Brainstem's data. */
  workspace: Folder.or(z.literal("")).default(""),
  /** Whether the workspace is a git checkout that is brought up to date before each job. */
  gitUpdate: z.boolean().default(false),
});
export type Agent = z.infer<typeof Agent>;

const FileProblem = z.enum([
  "name",
  "built_in",
  "too_large",
  "not_yaml",
  "no_list",
  "unknown_field",
  "no_end",
  "field",
]);
export type FileProblem = z.infer<typeof FileProblem>;

/** Every agent there is, and what is wrong with the files that hold none. */
export const AgentList = z.object({
  agents: z.array(Agent.extend({ builtIn: z.boolean() })),
  /** `problem` is an English phrase; `code` where the window has words for it, with `field` in them. */
  problems: z.array(
    z.object({ file: z.string(), problem: z.string(), code: FileProblem.optional(), field: z.string().optional() }),
  ),
});
export type AgentList = z.infer<typeof AgentList>;
export type ListedAgent = AgentList["agents"][number];
