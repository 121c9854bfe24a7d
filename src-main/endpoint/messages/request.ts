import { z } from "zod";
import { ToolName } from "../request/tools";

const JsonSchema = z.record(z.string(), z.unknown());
const Blocks = z.array(z.looseObject({ type: z.string() }));

const Tool = z.object({
  type: z.literal("custom", { error: "is not supported: only tools that the client runs itself are" }).nullish(),
  name: ToolName,
  description: z.string().nullish(),
  input_schema: JsonSchema,
});

const ToolChoice = z.discriminatedUnion("type", [
  z.object({ type: z.literal("auto"), disable_parallel_tool_use: z.boolean().nullish() }),
  z.object({ type: z.literal("any"), disable_parallel_tool_use: z.boolean().nullish() }),
  z.object({
    type: z.literal("tool"),
    name: z.string().min(1),
    disable_parallel_tool_use: z.boolean().nullish(),
  }),
  z.object({ type: z.literal("none") }),
]);

const display = z.enum(["summarized", "omitted"]).nullish();
const Thinking = z.discriminatedUnion("type", [
  z.object({ type: z.literal("enabled"), budget_tokens: z.int().min(1), display }),
  z.object({ type: z.literal("adaptive"), display }),
  z.object({ type: z.literal("disabled") }),
]);

/** The fields of a Messages request that mean something here; every other one is ignored. */
export const MessagesRequest = z.object({
  model: z.string().min(1).max(200).nullish(),
  max_tokens: z.int().min(1),
  system: z.union([z.string(), Blocks], { error: "must be a string or an array of text blocks" }).nullish(),
  messages: z
    .array(
      z.object({
        role: z.enum(["user", "assistant"]),
        content: z
          .union([z.string(), Blocks], { error: "must be a string or an array of blocks" })
          .describe(
            "A string, or blocks: `text`, `image`, `tool_use`, `tool_result`, and in user messages `document` with a `base64` source of a PDF or a `text` source.",
          ),
      }),
    )
    .min(1, "must hold at least one message")
    .max(100_000),
  stream: z.boolean().nullish(),
  stop_sequences: z.array(z.string()).max(16).nullish(),
  tools: z.array(Tool).max(1_000).nullish(),
  tool_choice: ToolChoice.nullish(),
  thinking: Thinking.nullish(),
  output_config: z
    .object({
      effort: z.enum(["low", "medium", "high", "xhigh", "max"]).nullish(),
      format: z.object({ type: z.literal("json_schema"), schema: JsonSchema }).nullish(),
    })
    .nullish(),
  metadata: z.object({ user_id: z.string().nullish() }).nullish(),
});
export type MessagesRequest = z.infer<typeof MessagesRequest>;
