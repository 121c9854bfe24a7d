import { z } from "zod";

const text = z.string().nullish();
/** What a server leaves out or sends wrong counts as not sent, so that one odd field never costs the answer. */
const lenient = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

/** What one piece of an answer adds; a whole answer's `message` has the same fields. */
const Delta = z.object({
  content: lenient(text),
  refusal: lenient(text),
  /** The names that servers have for thinking. */
  reasoning_content: lenient(text),
  reasoning: lenient(text),
  tool_calls: lenient(
    z.array(
      z.object({
        index: lenient(z.number().int()),
        id: lenient(text),
        function: lenient(
          z.object({
            name: lenient(text),
            arguments: lenient(z.union([z.string(), z.record(z.string(), z.unknown())])),
          }),
        ),
      }),
    ),
  ),
});
export type Delta = z.infer<typeof Delta>;

/** A chunk of a streamed answer, or a whole one, as far as it is used. */
export const Chunk = z.object({
  error: z.unknown().optional(),
  choices: lenient(
    z.array(z.object({ delta: lenient(Delta), message: lenient(Delta), finish_reason: lenient(z.string()) })),
  ),
  usage: lenient(
    z.object({
      prompt_tokens: lenient(z.number()),
      completion_tokens: lenient(z.number()),
      prompt_tokens_details: lenient(z.object({ cached_tokens: lenient(z.number()) })),
      completion_tokens_details: lenient(z.object({ reasoning_tokens: lenient(z.number()) })),
    }),
  ),
});
export type Chunk = z.infer<typeof Chunk>;
