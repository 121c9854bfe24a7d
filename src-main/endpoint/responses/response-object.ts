import { z } from "zod";
import type { FinishReason, TurnRequest, Usage } from "../../brain/turn";
import type { ErrorObject } from "../errors";
import type { Item } from "./items";
import type { ResponsesRequest } from "./request";

/** How a response stands. */
export type Standing =
  | { status: "in_progress" }
  | { status: "completed" | "incomplete"; finishReason: FinishReason; usage: Usage }
  | { status: "failed"; error: ErrorObject };

/** What stays the same in all objects of one response; `createdAt` in seconds. */
export interface ResponseHeading {
  id: string;
  createdAt: number;
  asked: ResponsesRequest;
  turn: TurnRequest;
}

/** OpenAI's response object. What the request left out is told as its default. */
export function describeResponse(heading: ResponseHeading, standing: Standing, output: Item[]) {
  const { id, createdAt, asked, turn } = heading;
  const ended = standing.status === "completed" || standing.status === "incomplete" ? standing : undefined;
  return {
    id,
    object: "response",
    created_at: createdAt,
    status: standing.status,
    background: false,
    error: standing.status === "failed" ? describeFailure(standing.error) : null,
    incomplete_details: standing.status === "incomplete" ? { reason: incompleteReason(standing.finishReason) } : null,
    instructions: asked.instructions ?? null,
    max_output_tokens: asked.max_output_tokens ?? null,
    max_tool_calls: null,
    model: turn.model,
    output,
    parallel_tool_calls: turn.parallelToolCalls,
    previous_response_id: asked.previous_response_id ?? null,
    reasoning: { effort: asked.reasoning?.effort ?? null, summary: asked.reasoning?.summary ?? null },
    service_tier: "default",
    store: asked.store ?? true,
    temperature: null,
    text: { format: asked.text?.format ?? { type: "text" } },
    tool_choice: asked.tool_choice ?? "auto",
    tools: asked.tools ?? [],
    top_p: null,
    truncation: "disabled",
    usage: ended ? describeUsage(ended.usage) : null,
    user: asked.user ?? null,
    metadata: asked.metadata ?? {},
  };
}

export type ResponseBody = ReturnType<typeof describeResponse>;

const incompleteReason = (reason: FinishReason) => (reason === "length" ? "max_output_tokens" : "content_filter");

const describeFailure = ({ code, message }: ErrorObject) => ({
  code: code === "rate_limit_exceeded" ? code : "server_error",
  message,
});

const describeUsage = (usage: Usage) => ({
  input_tokens: usage.promptTokens,
  input_tokens_details: { cached_tokens: usage.cachedTokens },
  output_tokens: usage.completionTokens,
  output_tokens_details: { reasoning_tokens: usage.reasoningTokens },
  total_tokens: usage.promptTokens + usage.completionTokens,
});

/** The same for `/openapi.json`: what clients read of it. */
export const ResponseObject = z.looseObject({
  id: z.string(),
  object: z.literal("response"),
  created_at: z.int(),
  status: z.enum(["in_progress", "completed", "incomplete", "failed"]),
  model: z.string(),
  output: z.array(z.looseObject({ type: z.enum(["message", "function_call", "reasoning"]), id: z.string() })),
  usage: z.looseObject({ input_tokens: z.int(), output_tokens: z.int(), total_tokens: z.int() }).nullable(),
});
