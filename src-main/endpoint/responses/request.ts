import { z } from "zod";
import { SpeakFields } from "../answer/speaking";
import { Effort } from "../chat/request";
import { ToolName } from "../request/tools";

const JsonSchema = z.record(z.string(), z.unknown());

const FunctionTool = z.object({
  type: z.literal("function", { error: 'must be "function"; tools that a server runs itself are not supported' }),
  name: ToolName,
  description: z.string().nullish(),
  parameters: JsonSchema.nullish(),
  strict: z.boolean().nullish(),
});

const ToolChoice = z.union(
  [z.enum(["auto", "none", "required"]), z.object({ type: z.literal("function"), name: z.string().min(1) })],
  { error: 'must be "auto", "none", "required" or a named function' },
);

const Format = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  z.object({ type: z.literal("json_object") }),
  z.looseObject({ type: z.literal("json_schema"), name: z.string().nullish(), schema: JsonSchema.nullish() }),
]);

const Summary = z.enum(["auto", "concise", "detailed"]);
const absent = (what: string) => z.null({ error: `is not supported: ${what}` }).optional();

/**
 * The fields of a Responses request that mean something here. Every other one (sampling parameters, `include`,
 * `truncation`, `service_tier`…) is ignored.
 */
export const ResponsesRequest = z.object({
  model: z.string().min(1).max(200).nullish(),
  input: z
    .union([z.string(), z.array(z.looseObject({ type: z.string().nullish() })).max(100_000)], {
      error: "must be a string or an array of items",
    })
    .describe(
      "A string, or items. A user message's parts: `input_text`, `input_image`, and `input_file` with `file_data`, a data: URL of a PDF, text or JSON in base64, and `filename`.",
    ),
  instructions: z.string().nullish(),
  previous_response_id: z.string().max(200).nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  tools: z.array(FunctionTool).max(1_000).nullish(),
  tool_choice: ToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  text: z.object({ format: Format.nullish() }).nullish(),
  reasoning: z
    .object({ effort: Effort.nullish(), summary: Summary.nullish(), generate_summary: Summary.nullish() })
    .nullish(),
  max_output_tokens: z.int().min(1).nullish(),
  user: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  background: z.literal(false, { error: "is not supported: an answer comes with its request" }).nullish(),
  conversation: absent("send the items, or previous_response_id"),
  prompt: absent("send instructions and input"),
  ...SpeakFields,
});
export type ResponsesRequest = z.infer<typeof ResponsesRequest>;
