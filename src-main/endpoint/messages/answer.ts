import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { FinishReason, Usage } from "../../brain/turn";

/** What all of one answer shares; `model` as the client wrote it. */
export interface AnswerHeading {
  id: string;
  model: string;
}

export const newHeading = (model: string): AnswerHeading => ({ id: `msg_${randomUUID()}`, model });

/** Anthropic's message object before anything is in it. */
export const emptyMessage = ({ id, model }: AnswerHeading) => ({
  id,
  type: "message",
  role: "assistant",
  model,
  content: [] as unknown[],
  stop_reason: null as string | null,
  stop_sequence: null,
  usage: describeUsage({ promptTokens: 0, completionTokens: 0, cachedTokens: 0, reasoningTokens: 0 }),
});

/** A stop sequence is an end as any other here: which one it was is not known. */
const stopReasons: Record<FinishReason, string> = {
  stop: "end_turn",
  tool_calls: "tool_use",
  length: "max_tokens",
  content_filter: "refusal",
};
export const stopReasonOf = (reason: FinishReason): string => stopReasons[reason];

/** Token counts in Anthropic's names: what came from a cache is not among the input tokens there. */
export const describeUsage = (usage: Usage) => ({
  input_tokens: Math.max(0, usage.promptTokens - usage.cachedTokens),
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: usage.cachedTokens,
  output_tokens: usage.completionTokens,
});

export const MessageObject = z.object({
  id: z.string(),
  type: z.literal("message"),
  role: z.literal("assistant"),
  model: z.string(),
  content: z.array(z.looseObject({ type: z.enum(["text", "thinking", "tool_use"]) })),
  stop_reason: z.enum(["end_turn", "tool_use", "max_tokens", "refusal"]).nullable(),
  stop_sequence: z.null(),
  usage: z.object({
    input_tokens: z.int(),
    cache_creation_input_tokens: z.int(),
    cache_read_input_tokens: z.int(),
    output_tokens: z.int(),
  }),
});
