import type { ChatMessage } from "../../../src-shared/conversation";
import type { FinishReason, Usage } from "../../brain/turn";

/** Times one answer. Milliseconds are from its creation. */
export interface Stopwatch {
  /** The first word or thought has come; later calls change nothing. */
  sawToken(): void;
  measured(model: string, usage: Usage): NonNullable<ChatMessage["measured"]>;
}

export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const started = now();
  let firstTokenMs: number | undefined;
  return {
    sawToken() {
      firstTokenMs ??= Math.round(now() - started);
    },
    measured: (model, usage) => ({
      model,
      promptTokens: usage.promptTokens,
      completionTokens: usage.completionTokens,
      cachedTokens: usage.cachedTokens,
      totalMs: Math.round(now() - started),
      ...(usage.costUsd === undefined ? {} : { costUsd: usage.costUsd }),
      ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    }),
  };
}

/** How a finished turn shows in the window. */
export function outcomeOf(reason: FinishReason): Pick<ChatMessage, "outcome" | "error" | "errorKind"> {
  if (reason === "length") return { outcome: "length" };
  if (reason === "content_filter")
    return { outcome: "failed", error: "The model declined to answer this.", errorKind: "declined" };
  return { outcome: "done" };
}
