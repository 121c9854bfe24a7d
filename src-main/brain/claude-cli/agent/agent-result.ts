import type { AgentResult, AgentUsage } from "../../agent-run";
import { BrainError } from "../../turn";
import type { CliResult } from "../process/protocol";
import { oneLine, toBrainError } from "../turn/failures";

const noUsage: AgentUsage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 };

/** What the CLI's last words say of a run; its tokens are those of all its models together. */
export function describeResult(
  result: CliResult,
  budgetUsd: number,
): Pick<AgentResult, "output" | "failure" | "usage" | "costUsd"> {
  const failure = failureOf(result, budgetUsd);
  return {
    output: failure ? "" : (result.result ?? ""),
    ...(failure ? { failure } : {}),
    ...spentBy(result),
  };
}

/** What a run took, as far as the CLI got to tell. */
export function spentBy(result: CliResult | undefined): Pick<AgentResult, "usage" | "costUsd"> {
  return { usage: result ? usageOf(result) : noUsage, costUsd: result?.total_cost_usd ?? 0 };
}

function failureOf(result: CliResult, budgetUsd: number): BrainError | undefined {
  if (result.subtype === "error_max_budget_usd")
    return new BrainError("invalid_request", `The budget of $${budgetUsd} is used up.`);
  if (!result.is_error && result.subtype === "success") return undefined;
  const words = result.errors?.join(" ");
  return result.subtype === "success" || !words
    ? toBrainError(result)
    : new BrainError("upstream_failed", `Claude did not finish: ${oneLine(words)}`);
}

function usageOf({ modelUsage = {} }: CliResult): AgentUsage {
  const usage = { ...noUsage };
  for (const model of Object.values(modelUsage)) {
    usage.inputTokens += model.inputTokens ?? 0;
    usage.outputTokens += model.outputTokens ?? 0;
    usage.cacheReadTokens += model.cacheReadInputTokens ?? 0;
    usage.cacheCreationTokens += model.cacheCreationInputTokens ?? 0;
  }
  return usage;
}
