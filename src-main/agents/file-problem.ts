import type { AgentList, FileProblem } from "../../src-shared/agents";

/** Why a file holds no agent: an English phrase, and a code for those who say it in other words. */
export class UnreadableAgent extends Error {
  constructor(
    readonly code: FileProblem,
    problem: string,
    readonly field?: string,
  ) {
    super(problem);
  }
}

/** What is told of a file that could not be read as an agent. */
export function problemOf(error: unknown): Omit<AgentList["problems"][number], "file"> {
  if (!(error instanceof UnreadableAgent)) return { problem: error instanceof Error ? error.message : String(error) };
  const { message, code, field } = error;
  return { problem: message, code, ...(field === undefined ? {} : { field }) };
}
