import { splitStops } from "../../stop-text";
import type { Effort, TurnRequest } from "../../turn";
import { toModelToolName } from "../conversation/history";
import type { ControlRequest } from "./protocol";

/** What of a process can change from turn to turn. */
export interface Flags {
  model: string;
  effort: "low" | "medium" | "high";
  /** Thinking budget in tokens; 0: none where the model allows it. */
  thinking: number;
  /** `CLAUDE_CODE_MAX_OUTPUT_TOKENS`; empty: the CLI's own. */
  maxTokens: string;
  /** `CLAUDE_CODE_EXTRA_BODY`: JSON that joins the upstream request. */
  extraBody: string;
}

/** What a process is started with, so that most first turns need no change. */
export const initialFlags = (model: string): Flags => ({
  model,
  effort: "low",
  thinking: 0,
  maxTokens: "",
  extraBody: "{}",
});

/** Thinking budgets for models with one; adaptive models take only whether it is 0. */
export const budgets: Record<Effort, number> = { none: 0, minimal: 0, low: 2048, medium: 8192, high: 24576 };

export function flagsOf(request: TurnRequest, effort: Effort): Flags {
  const forced = request.toolChoice.mode === "required" || request.toolChoice.mode === "named";
  return {
    model: request.model,
    effort: effort === "medium" || effort === "high" ? effort : "low",
    // The Messages API refuses a forced tool together with thinking.
    thinking: forced ? 0 : budgets[effort],
    maxTokens: request.maxTokens === undefined ? "" : String(request.maxTokens),
    extraBody: JSON.stringify(extraBody(request)),
  };
}

function extraBody(request: TurnRequest): Record<string, unknown> {
  const { sentByApi } = splitStops(request.stop);
  return { ...(sentByApi.length > 0 ? { stop_sequences: sentByApi } : {}), ...toolChoice(request) };
}

function toolChoice(request: TurnRequest): Record<string, unknown> {
  if (request.tools.length === 0) return {};
  const single = request.parallelToolCalls ? {} : { disable_parallel_tool_use: true };
  switch (request.toolChoice.mode) {
    case "none":
      return { tool_choice: { type: "none" } };
    case "required":
      return { tool_choice: { type: "any", ...single } };
    case "named":
      return { tool_choice: { type: "tool", name: toModelToolName(request.toolChoice.name), ...single } };
    case "auto":
      return request.parallelToolCalls ? {} : { tool_choice: { type: "auto", ...single } };
  }
}

/** The requests that bring a process from one set of flags to another; they take effect in the order written. */
export function flagChanges(from: Flags, to: Flags): ControlRequest[] {
  const changes: ControlRequest[] = [];
  const env: Record<string, string> = {};
  if (from.maxTokens !== to.maxTokens) env["CLAUDE_CODE_MAX_OUTPUT_TOKENS"] = to.maxTokens;
  if (from.extraBody !== to.extraBody) env["CLAUDE_CODE_EXTRA_BODY"] = to.extraBody;
  const settings = {
    ...(from.model === to.model ? {} : { model: to.model }),
    ...(from.effort === to.effort ? {} : { effortLevel: to.effort }),
    ...(Object.keys(env).length === 0 ? {} : { env }),
  };
  if (Object.keys(settings).length > 0) changes.push({ subtype: "apply_flag_settings", settings });
  if (from.thinking !== to.thinking)
    changes.push({ subtype: "set_max_thinking_tokens", max_thinking_tokens: to.thinking });
  return changes;
}
