import type { ChatMessage } from "../../../src-shared/conversation";
import type { FinishReason, Usage } from "../../brain/turn";

/** Times one answer. Milliseconds are from its creation. */
export interface Stopwatch {
  /** A word or a thought has come; only the first of each counts. */
  sawToken(kind: "text" | "thinking"): void;
  measured(model: string, usage: Usage): NonNullable<ChatMessage["measured"]>;
}

export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const started = now();
  const first: { text?: number; thinking?: number } = {};
  return {
    sawToken(kind) {
      first[kind] ??= Math.round(now() - started);
    },
    measured(model, usage) {
      const { text, thinking } = first;
      const firstTokenMs = thinking === undefined || (text !== undefined && text < thinking) ? text : thinking;
      const thought = firstTokenMs === thinking && text !== undefined && thinking !== undefined;
      return {
        model,
        promptTokens: usage.promptTokens,
        completionTokens: usage.completionTokens,
        cachedTokens: usage.cachedTokens,
        totalMs: Math.round(now() - started),
        ...(usage.costUsd === undefined ? {} : { costUsd: usage.costUsd }),
        ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
        ...(thought ? { thinkingMs: text - thinking } : {}),
      };
    },
  };
}

/** How a finished turn shows in the window. */
export function outcomeOf(reason: FinishReason): Pick<ChatMessage, "outcome" | "error" | "errorKind"> {
  if (reason === "length") return { outcome: "length" };
  if (reason === "content_filter")
    return { outcome: "failed", error: "The model declined to answer this.", errorKind: "declined" };
  return { outcome: "done" };
}
