import type { AgentRunRequest } from "../brain/agent-run";

/** What a job does, once all of it was found to be possible. */
export interface Work extends Omit<AgentRunRequest, "mark"> {
  /** Whether the workspace is brought up to date first. */
  gitUpdate: boolean;
}
