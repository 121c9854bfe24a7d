import type {
  Usage as ApiUsage,
  MessageDeltaUsage,
  RawContentBlockDelta,
  RawMessageStreamEvent,
} from "@anthropic-ai/sdk/resources/messages";
import { StopText, splitStops } from "../stop-text";
import { BrainError, type FinishReason, type TurnEvent, type TurnRequest, type Usage } from "../turn";
import { jsonAnswer } from "./tools";

/** Turns the events of one streamed message into {@link TurnEvent}s; each delta leaves as it came. */
export class AnswerReader {
  /** A stop text was met that the API does not look for: the rest need not be read. */
  stopped = false;
  private finishReason: FinishReason | undefined;
  private readonly usage: Usage = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  private readonly wantsThinking: boolean;
  private readonly stopText: StopText | undefined;
  private open: "text" | "thinking" | "tool" | "json" | undefined;
  private calls = 0;
  private hasArguments = false;
  private saidLength = 0;

  constructor(request: TurnRequest) {
    this.wantsThinking = request.thinking;
    const { foundHere } = splitStops(request.stop);
    if (foundHere.length > 0) this.stopText = new StopText(foundHere);
  }

  *read(event: RawMessageStreamEvent): Generator<TurnEvent> {
    if (event.type === "message_start") this.count(event.message.usage);
    else if (event.type === "content_block_start") yield* this.begin(event.content_block);
    else if (event.type === "content_block_delta") yield* this.delta(event.delta);
    else if (event.type === "content_block_stop") yield* this.end();
    else if (event.type === "message_delta") {
      this.count(event.usage);
      this.finish(event.delta.stop_reason);
    }
  }

  /** The last event. Throws {@link BrainError} where the message was not complete. */
  done(backend: string): TurnEvent {
    if (!this.finishReason)
      throw new BrainError("upstream_failed", `The backend "${backend}" broke off in the middle of the answer.`, 1);
    return { type: "done", finishReason: this.finishReason, usage: this.usage };
  }

  private *begin(block: { type: string; id?: string; name?: string; text?: string }): Generator<TurnEvent> {
    if (block.type === "tool_use" && block.name === jsonAnswer) this.open = "json";
    else if (block.type === "tool_use") {
      this.open = "tool";
      this.hasArguments = false;
      this.calls += 1;
      yield { type: "tool_begin", index: this.calls - 1, id: block.id ?? "", name: block.name ?? "" };
    } else this.open = block.type === "thinking" ? "thinking" : "text";
  }

  private *delta(delta: RawContentBlockDelta): Generator<TurnEvent> {
    if (delta.type === "text_delta") yield* this.say(this.stopText ? this.stopText.pass(delta.text) : delta.text);
    else if (delta.type === "thinking_delta") {
      if (this.wantsThinking && delta.thinking) yield { type: "thinking", text: delta.thinking };
    } else if (delta.type === "input_json_delta" && delta.partial_json) {
      if (this.open === "json") yield { type: "text", text: delta.partial_json };
      else yield this.pass(delta.partial_json);
    }
    if (this.stopText?.hit) this.stop();
  }

  private *say(text: string): Generator<TurnEvent> {
    this.saidLength += text.length;
    if (text !== "") yield { type: "text", text };
  }

  private pass(text: string): TurnEvent {
    this.hasArguments = true;
    return { type: "tool_arguments", index: this.calls - 1, text };
  }

  private *end(): Generator<TurnEvent> {
    if (this.open === "text" && this.stopText) yield* this.say(this.stopText.rest());
    if (this.open === "tool") {
      // A call without arguments streams none; to a client they are an empty object.
      if (!this.hasArguments) yield this.pass("{}");
      yield { type: "tool_end", index: this.calls - 1 };
    }
    this.open = undefined;
  }

  /** The API would count only at the end, which is not waited for: the tokens are estimated. */
  private stop(): void {
    this.stopped = true;
    this.usage.completionTokens = Math.max(this.usage.completionTokens, Math.ceil(this.saidLength / 4));
    this.finishReason = "stop";
  }

  private finish(reason: string | null): void {
    if (reason === null) return;
    if (reason === "max_tokens" || reason === "model_context_window_exceeded") this.finishReason = "length";
    else if (reason === "refusal") this.finishReason = "content_filter";
    else this.finishReason = reason === "tool_use" && this.calls > 0 ? "tool_calls" : "stop";
  }

  /** Later counts are the sums so far. */
  private count(usage: ApiUsage | MessageDeltaUsage): void {
    const { usage: sum } = this;
    if (usage.input_tokens !== null && usage.input_tokens !== undefined) {
      sum.cachedTokens = usage.cache_read_input_tokens ?? sum.cachedTokens;
      sum.promptTokens = usage.input_tokens + sum.cachedTokens + (usage.cache_creation_input_tokens ?? 0);
    }
    sum.completionTokens = usage.output_tokens ?? sum.completionTokens;
    sum.reasoningTokens = usage.output_tokens_details?.thinking_tokens ?? sum.reasoningTokens;
  }
}
