import { randomUUID } from "node:crypto";
import type { FinishReason, TurnEvent, Usage } from "../turn";
import type { Chunk, Delta } from "./chunk";

type CallDelta = NonNullable<Delta["tool_calls"]>[number];

/** Turns the chunks of one answer into {@link TurnEvent}s; each delta leaves as it came. */
export class AnswerReader {
  private reason: string | undefined;
  private readonly usage: Usage = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  private calls = 0;
  private open: { id: string; index: number; hasArguments: boolean } | undefined;

  constructor(private readonly wantsThinking: boolean) {}

  /** Whether the server has said why the answer ends; only the usage may follow. */
  get finished(): boolean {
    return this.reason !== undefined;
  }

  *read(chunk: Chunk): Generator<TurnEvent> {
    const choice = chunk.choices?.[0];
    const delta = choice?.delta ?? choice?.message;
    if (delta) yield* this.delta(delta);
    if (choice?.finish_reason) this.reason = choice.finish_reason;
    if (chunk.usage) this.count(chunk.usage);
  }

  /** What is left to say once the stream is over. */
  *end(): Generator<TurnEvent> {
    yield* this.endCall();
    yield { type: "done", finishReason: this.finishReason(), usage: this.usage };
  }

  private *delta(delta: Delta): Generator<TurnEvent> {
    const thinking = delta.reasoning_content || delta.reasoning;
    if (thinking && this.wantsThinking) yield { type: "thinking", text: thinking };
    const text = delta.content || delta.refusal;
    if (text) yield { type: "text", text };
    for (const call of delta.tool_calls ?? []) yield* this.call(call);
  }

  /** An id of its own begins a call: some servers give all of them the index 0, others no index at all. */
  private *call({ index, id, function: said }: CallDelta): Generator<TurnEvent> {
    const at = index ?? this.open?.index ?? 0;
    if (!this.open || at !== this.open.index || (id && id !== this.open.id && said?.name)) {
      yield* this.endCall();
      this.open = { id: id || `call_${randomUUID()}`, index: at, hasArguments: false };
      this.calls += 1;
      yield { type: "tool_begin", index: this.calls - 1, id: this.open.id, name: said?.name ?? "" };
    }
    const text = typeof said?.arguments === "object" ? JSON.stringify(said.arguments ?? {}) : said?.arguments;
    if (text) yield this.pass(this.open, text);
  }

  private *endCall(): Generator<TurnEvent> {
    if (!this.open) return;
    // A call without arguments may stream none; to a client they are an empty object.
    if (!this.open.hasArguments) yield this.pass(this.open, "{}");
    yield { type: "tool_end", index: this.calls - 1 };
    this.open = undefined;
  }

  private pass(call: { hasArguments: boolean }, text: string): TurnEvent {
    call.hasArguments = true;
    return { type: "tool_arguments", index: this.calls - 1, text };
  }

  private finishReason(): FinishReason {
    if (this.reason === "length" || this.reason === "content_filter") return this.reason;
    return this.calls > 0 ? "tool_calls" : "stop";
  }

  private count(usage: NonNullable<Chunk["usage"]>): void {
    this.usage.promptTokens = usage.prompt_tokens ?? 0;
    this.usage.completionTokens = usage.completion_tokens ?? 0;
    this.usage.cachedTokens = usage.prompt_tokens_details?.cached_tokens ?? 0;
    this.usage.reasoningTokens = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  }
}
