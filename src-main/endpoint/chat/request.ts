import { z } from "zod";
import { SpeakFields } from "../answer/speaking";
import { ToolName } from "../request/tools";
import { parseAs } from "../request/validate";

/** Text, or parts that `parts.ts` reads one by one so that an error can name the part. */
const Content = z
  .union([z.string(), z.array(z.unknown())], { error: "must be a string or an array of parts" })
  .describe(
    "A string, or parts: `text`; `image_url` with a data:image/… URL; in user messages `file` with `file_data`, a data: URL of a PDF, text or JSON in base64, and `filename`.",
  )
  .nullish();

const Message = z.object({
  role: z.enum(["system", "developer", "user", "assistant", "tool"]),
  content: Content,
  tool_call_id: z.string().nullish(),
  tool_calls: z
    .array(
      z.object({
        id: z.string().min(1),
        type: z.literal("function").nullish(),
        function: z.object({ name: z.string().min(1), arguments: z.string().nullish() }),
      }),
    )
    .nullish(),
});

const Tool = z.object({
  type: z.literal("function"),
  function: z.object({
    name: ToolName,
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
  }),
});

const ToolChoice = z.union(
  [
    z.enum(["auto", "none", "required"]),
    z.object({ type: z.literal("function"), function: z.object({ name: z.string().min(1) }) }),
  ],
  { error: 'must be "auto", "none", "required" or a named function' },
);

const ResponseFormat = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  z.object({ type: z.literal("json_object") }),
  z.object({
    type: z.literal("json_schema"),
    json_schema: z.object({ schema: z.record(z.string(), z.unknown()).nullish() }),
  }),
]);

export const Effort = z.enum(["none", "minimal", "low", "medium", "high", "xhigh"]);
const Tokens = z.int().min(1);

/**
 * The fields of a chat completion request that mean something here. Every other one, sampling parameters and
 * `logprobs` included, is ignored. `reasoning` and `include_reasoning` are extensions: they ask for the thinking.
 * So are the fields of {@link SpeakFields}.
 */
export const ChatRequest = z.object({
  model: z.string().min(1).max(200).nullish(),
  messages: z.array(Message).min(1, "must hold at least one message").max(100_000),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.int().min(1).max(1, "only one answer a request is supported").nullish(),
  tools: z.array(Tool).max(1_000).nullish(),
  tool_choice: ToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  response_format: ResponseFormat.nullish(),
  stop: z
    .union([z.string(), z.array(z.string()).max(16)], { error: "must be a string or an array of at most 16" })
    .nullish(),
  max_tokens: Tokens.nullish(),
  max_completion_tokens: Tokens.nullish(),
  reasoning_effort: Effort.nullish(),
  reasoning: z
    .object({ effort: Effort.nullish(), exclude: z.boolean().nullish(), enabled: z.boolean().nullish() })
    .nullish(),
  include_reasoning: z.boolean().nullish(),
  user: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  ...SpeakFields,
});
export type ChatRequest = z.infer<typeof ChatRequest>;

/** Throws a 400 that names the first field at fault. */
export const parseChatRequest = (body: unknown): ChatRequest => parseAs(ChatRequest, body);
