import type { BrainError, Effort, TurnEvent, TurnRequest } from "./turn";

/**
 * The vocabulary of a run with tools: the model works in a folder with tools that the backend itself runs, and asks
 * before it uses one that its owner did not allow.
 */

/** What an agent may do, and where. */
export interface Workbench {
  /** Tools and rules as the owner wrote them, e.g. `Edit`, `Bash(git status:*)`, `Bash?`. */
  tools: readonly string[];
  /** An existing folder: what the tools work in. */
  workspace: string;
  /** More folders that the file tools may use. */
  folders: readonly string[];
}

export interface AgentRunRequest extends Workbench {
  /** Stands in the environment of every process of the run, so that none is overlooked when it ends. */
  mark: string;
  system: string;
  prompt: string;
  /** One of {@link AgentBackend.models}. */
  model: string;
  effort: Effort;
  /** US dollars after which the run is ended. */
  budgetUsd: number;
}

export type AgentEvent =
  | { type: "text"; text: string }
  /** The model speaks again, after a tool or because it was cut off. */
  | { type: "step" }
  | { type: "tool"; id: string; name: string; input: Record<string, unknown> }
  | { type: "tool_result"; id: string; ok: boolean; text: string }
  /** May the tool be used with this input? The model waits for {@link AgentRun.answer}. */
  | {
      type: "ask";
      id: string;
      callId: string;
      tool: string;
      input: Record<string, unknown>;
      reason: string | undefined;
    }
  /** The question needs no answer any more. */
  | { type: "withdrawn"; id: string }
  /** A model request failed and is made again; what it had said comes again too. */
  | { type: "retry" };

export interface AgentUsage {
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  cacheCreationTokens: number;
}

/** How a run ended. `failure` is absent when the agent came to its end by itself. */
export interface AgentResult {
  /** The final answer; empty where there is none. */
  output: string;
  failure?: BrainError | undefined;
  /** Null where it was ended by force. */
  exitCode: number | null;
  /** The end of what the program wrote to stderr. */
  stderr: string;
  usage: AgentUsage;
  costUsd: number;
}

export interface AgentRun {
  /** Never rejects. By then no process of the run is left, whatever the agent started. */
  result: Promise<AgentResult>;
  answer(id: string, answer: { allow: boolean; message: string }): void;
  /** Ends it with all its processes; `result` follows. */
  stop(): void;
}

/** What can run agents. */
export interface AgentBackend {
  /** Names of the models that a run may take. */
  runModels(): string[];
  /** Why nothing can run now, if so. */
  unavailable(): BrainError | undefined;
  /** Throws {@link BrainError} when it cannot be started. */
  runAgent(request: AgentRunRequest, hear: (event: AgentEvent) => void): Promise<AgentRun>;
  /** A turn whose model has tools of its own. Nobody can be asked: what is not allowed is denied. */
  turnAt(workbench: Workbench, request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
}
