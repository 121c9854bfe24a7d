import { z } from "zod";
import { StopText } from "../stop-text";
import type { FinishReason, TurnEvent, TurnRequest, Usage } from "../turn";
import { splitStops } from "./settings";

/** A line of the CLI's `stream-json` output, as far as it is used. Every other line is noise. */
const Line = z.discriminatedUnion("type", [
  z.object({ type: z.literal("init") }),
  z.object({ type: z.literal("message"), role: z.string(), content: z.string() }),
  z.object({ type: z.literal("error"), severity: z.string().optional(), message: z.string() }),
  z.object({
    type: z.literal("result"),
    status: z.string(),
    error: z.object({ message: z.string() }).optional(),
    stats: z
      .object({ total_tokens: z.number(), input_tokens: z.number(), output_tokens: z.number(), cached: z.number() })
      .optional(),
  }),
]);
export type Line = z.infer<typeof Line>;

/** The CLI's words for an answer that the API held back. */
const blocked = /response was blocked|blocked due to/i;
/** Its words for one that was cut before it said anything. */
const cut = /truncated because it exceeded the token limit/i;

/** Reads one line; undefined for the warnings and notes that the CLI prints between its messages. */
export function parseLine(line: string): Line | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Turns what the CLI says during its one turn into {@link TurnEvent}s. */
export class AnswerReader {
  /** A stop text was met that the API does not look for: the rest need not be read. */
  stopped = false;
  /** Whether the CLI has said that the answer is complete. */
  complete = false;
  /** Why it has failed, in its own words. */
  failure: string | undefined;
  private readonly usage: Usage = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  private readonly stopText: StopText | undefined;
  private saidLength = 0;
  private why: FinishReason | undefined;

  constructor(private readonly request: TurnRequest) {
    const { foundHere } = splitStops(request.stop);
    if (foundHere.length > 0) this.stopText = new StopText(foundHere);
  }

  *read(line: Line): Generator<TurnEvent> {
    if (line.type === "message" && line.role === "assistant") yield* this.say(this.pass(line.content));
    if (line.type === "error" && line.severity === "error") this.failure = line.message;
    if (line.type !== "result") return;
    if (this.stopText) yield* this.say(this.stopText.rest());
    if (line.stats) this.count(line.stats);
    this.failure = line.error?.message ?? this.failure;
    if (blocked.test(this.failure ?? "")) this.why = "content_filter";
    if (cut.test(this.failure ?? "")) this.why = "length";
    if (this.why || (line.status === "success" && !this.failure)) this.complete = true;
    else this.failure ??= line.status;
  }

  done(): TurnEvent {
    return { type: "done", finishReason: this.finishReason(), usage: this.usage };
  }

  /** The CLI does not tell why an answer with words ended; one that has all the tokens it may have was cut. */
  private finishReason(): FinishReason {
    const { maxTokens = Infinity } = this.request;
    return this.why ?? (this.usage.completionTokens >= maxTokens ? "length" : "stop");
  }

  private pass(text: string): string {
    if (!this.stopText) return text;
    const passed = this.stopText.pass(text);
    this.stopped = this.stopText.hit;
    return passed;
  }

  private *say(text: string): Generator<TurnEvent> {
    if (text === "") return;
    this.saidLength += text.length;
    // Known only at the end, which is not waited for after a stop text: estimated until then.
    this.usage.completionTokens = Math.ceil(this.saidLength / 4);
    yield { type: "text", text };
  }

  private count(stats: { total_tokens: number; input_tokens: number; output_tokens: number; cached: number }): void {
    this.usage.promptTokens = stats.input_tokens;
    this.usage.cachedTokens = stats.cached;
    this.usage.reasoningTokens = Math.max(0, stats.total_tokens - stats.input_tokens - stats.output_tokens);
    this.usage.completionTokens = stats.output_tokens + this.usage.reasoningTokens;
  }
}
