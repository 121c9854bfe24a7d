import type { MessageCreateParamsStreaming } from "@anthropic-ai/sdk/resources/messages";
import type { Effort, TurnRequest } from "../turn";
import { mustCall } from "./tools";

type Thinking = Pick<MessageCreateParamsStreaming, "thinking" | "output_config">;

/** Models that think within a number of tokens, and do not unless told to. */
const budgeted = /claude-3|-4-20\d{6}|haiku-4-|(sonnet|opus)-4-[0-5](?!\d)/;
/** Models that set their thinking themselves, and do not think unless told to. */
const adaptiveOnWish = /(sonnet|opus)-4-/;
/** The least budget that the API takes. */
const leastBudget = 1024;
const budgets = { minimal: leastBudget, low: 2048, medium: 8192, high: 16_384 } as const;
const efforts = { minimal: "low", low: "low", medium: "medium", high: "high" } as const;

/** How much the model thinks, in the terms of its generation. `none` is as little as the model allows. */
export function toThinking(request: TurnRequest, effort: Effort, maxTokens: number): Thinking {
  const silent = effort === "none" || mustCall(request);
  if (budgeted.test(request.model)) {
    // These want their earlier thoughts back before a tool's result; no client keeps them.
    const afterTool = request.messages[request.messages.length - 1]?.role === "tool";
    if (silent || afterTool || maxTokens <= leastBudget) return {};
    return { thinking: { type: "enabled", budget_tokens: Math.min(budgets[effort], maxTokens - 1) } };
  }
  if (silent) return adaptiveOnWish.test(request.model) ? {} : { output_config: { effort: "low" } };
  return {
    thinking: { type: "adaptive", display: request.thinking ? "summarized" : "omitted" },
    output_config: { effort: efforts[effort] },
  };
}
