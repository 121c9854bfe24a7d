import type { StopText } from "../../stop-text";
import { BrainError, type FinishReason, type ToolCall, type TurnEvent, type Usage } from "../../turn";
import { toClientToolName } from "../conversation/history";
import type { ApiUsage, CliResult, FromCli, StreamEvent } from "../process/protocol";
import { toBrainError } from "./failures";

/** The tool that the CLI gives the model when an answer has to be JSON; what the model passes to it is the answer. */
const structuredOutput = "StructuredOutput";

/** How a turn stands after a message of the CLI. */
export type Verdict =
  | "going"
  /** All is said; the `result` with the cost follows at once. */
  | "said"
  /** The `result` has come: the process is free. */
  | "over"
  /** The turn ends with calls of the client's tools; the process waits for their results. */
  | "calls"
  /** The CLI would go on by itself (a cut or refused answer) and has to be stopped. */
  | "stop_now";

/** What the model said in a turn, for the history that the process now holds. */
export interface Reply {
  text: string;
  toolCalls: ToolCall[];
}

/**
 * Turns what the CLI says during one turn into {@link TurnEvent}s. Keeps the answer's pieces, never joins them on the
 * way: each delta leaves as it came.
 */
export class TurnStream {
  finishReason: FinishReason | undefined;
  private readonly texts: string[] = [];
  private readonly calls: { id: string; name: string; pieces: string[] }[] = [];
  private readonly usage: Usage = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, reasoningTokens: 0 };
  private requests = 0;
  private open: "text" | "thinking" | "tool" | "json" | "own" | undefined;
  private refusals = 0;
  private jsonBegun = false;
  /** Whether the model used a tool that the CLI runs itself since its last request. */
  private ranTool = false;

  constructor(
    private readonly emit: (event: TurnEvent) => void,
    private readonly wantsThinking: boolean,
    /** Whether the answer has to be JSON: then nothing else that the model says is part of it. */
    private readonly wantsJson: boolean,
    /** The process's cost so far; a `result` tells the sum. */
    private readonly costBefore: number,
    /** Stop texts that the API does not take (blank ones); see {@link StopText}. */
    private readonly stopText: StopText | undefined,
  ) {}

  /** Takes one message. Throws {@link BrainError} when it tells that the turn has failed. */
  hear(message: FromCli): Verdict {
    if (message.type === "stream_event") return message.parent_tool_use_id ? "going" : this.streamed(message.event);
    if (message.type === "result") return this.result(message);
    if (message.type === "system" && message.subtype === "api_retry" && message.error_status === 401) {
      // The first refusal lets the CLI renew the login; after the second it would only wait.
      this.refusals += 1;
      if (this.refusals > 1) throw toBrainError({ type: "result", subtype: "error", api_error_status: 401 });
    }
    return "going";
  }

  /** The answer's last event; the cost is known only after the `result`. */
  done(): TurnEvent {
    return { type: "done", finishReason: this.finishReason ?? "stop", usage: this.usage };
  }

  reply(): Reply {
    return {
      text: this.texts.join(""),
      toolCalls: this.calls.map((call) => ({ id: call.id, name: call.name, arguments: call.pieces.join("") })),
    };
  }

  private streamed(event: StreamEvent): Verdict {
    switch (event.type) {
      case "message_start":
        // What was passed on cannot be taken back: a second try would be joined to the first.
        if (this.jsonBegun) throw misfit("Claude's JSON did not fit the schema.");
        this.requests += 1;
        this.addUsage(event.message?.usage, true);
        if (this.requests > 1 && !this.ranTool) this.emit({ type: "step" });
        this.ranTool = false;
        return "going";
      case "content_block_start":
        this.begin(event.content_block);
        return "going";
      case "content_block_delta":
        this.delta(event.delta);
        return this.stopText?.hit ? this.stopped() : "going";
      case "content_block_stop":
        this.endBlock();
        return "going";
      case "message_delta":
        this.addUsage(event.usage, false);
        return this.stopReason(event.delta?.stop_reason);
      default:
        return "going";
    }
  }

  private begin(block: StreamEvent["content_block"]): void {
    if (block?.type === "tool_use" && block.name === structuredOutput) {
      if (this.jsonBegun) throw misfit("Claude answered with more than one JSON value.");
      this.open = "json";
      this.jsonBegun = true;
    } else if (block?.type === "tool_use" && block.id) {
      const name = toClientToolName(block.name ?? "");
      if (name === undefined) {
        this.open = "own";
        this.ranTool = true;
        this.emit({ type: "step", ...(block.name ? { tool: block.name } : {}) });
        return;
      }
      this.open = "tool";
      this.calls.push({ id: block.id, name, pieces: [] });
      this.emit({ type: "tool_begin", index: this.calls.length - 1, id: block.id, name });
    } else this.open = block?.type === "thinking" ? "thinking" : "text";
  }

  private delta(delta: StreamEvent["delta"]): void {
    if (!delta) return;
    if (delta.text) {
      if (!this.wantsJson) this.say(this.stopText ? this.stopText.pass(delta.text) : delta.text);
    } else if (delta.thinking) {
      if (this.wantsThinking) this.emit({ type: "thinking", text: delta.thinking });
    } else if (delta.partial_json && this.open === "json") this.say(delta.partial_json);
    else if (delta.partial_json && this.open === "tool") this.pass(delta.partial_json);
  }

  private say(text: string): void {
    if (text === "") return;
    this.texts.push(text);
    this.emit({ type: "text", text });
  }

  private pass(text: string): void {
    this.calls[this.calls.length - 1]?.pieces.push(text);
    this.emit({ type: "tool_arguments", index: this.calls.length - 1, text });
  }

  /** A blank stop text was met: what the model says further is cut off, and only estimated in the usage. */
  private stopped(): Verdict {
    this.finishReason = "stop";
    this.usage.completionTokens += Math.ceil(this.texts.join("").length / 4);
    return "stop_now";
  }

  private endBlock(): void {
    if (this.open === "text" && this.stopText && !this.wantsJson) this.say(this.stopText.rest());
    if (this.open === "tool") {
      // A call without arguments streams none; to a client they are an empty object.
      if (this.calls[this.calls.length - 1]?.pieces.length === 0) this.pass("{}");
      this.emit({ type: "tool_end", index: this.calls.length - 1 });
    }
    this.open = undefined;
  }

  private stopReason(reason: string | null | undefined): Verdict {
    // The CLI runs the tool and asks the model again.
    if (reason === "tool_use" && this.ranTool && this.calls.length === 0) return "going";
    if (reason === "max_tokens" || reason === "model_context_window_exceeded") this.finishReason = "length";
    else if (reason === "refusal") this.finishReason = "content_filter";
    else if (reason === "tool_use" && this.calls.length > 0) this.finishReason = "tool_calls";
    else if (reason === "end_turn" || reason === "stop_sequence" || reason === "tool_use") this.finishReason = "stop";
    else return "going";
    if (this.finishReason === "tool_calls") return "calls";
    // The CLI checks the JSON, or asks for it again where none came; its `result` tells that all is well.
    if (this.wantsJson && this.finishReason === "stop") return reason === "stop_sequence" ? "stop_now" : "going";
    return this.finishReason === "stop" ? "said" : "stop_now";
  }

  private result(result: CliResult): Verdict {
    if (result.is_error || result.subtype !== "success") throw toBrainError(result);
    if (result.total_cost_usd !== undefined) this.usage.costUsd = Math.max(0, result.total_cost_usd - this.costBefore);
    const thinking = result.usage?.output_tokens_details?.thinking_tokens;
    if (thinking) this.usage.reasoningTokens = thinking;
    if (this.requests === 0) throw new BrainError("upstream_failed", "Claude ended the turn without an answer.", 1);
    this.finishReason ??= "stop";
    if (this.wantsJson && this.finishReason === "stop" && !this.jsonBegun)
      throw misfit("Claude answered without the JSON that was asked for.");
    return "over";
  }

  private addUsage(usage: ApiUsage | undefined, begins: boolean): void {
    if (!usage) return;
    if (begins) {
      const cached = usage.cache_read_input_tokens ?? 0;
      this.usage.promptTokens += (usage.input_tokens ?? 0) + cached + (usage.cache_creation_input_tokens ?? 0);
      this.usage.cachedTokens += cached;
    } else {
      this.usage.completionTokens += usage.output_tokens ?? 0;
      this.usage.reasoningTokens += usage.output_tokens_details?.thinking_tokens ?? 0;
    }
  }
}

/** The answer is no JSON as it was asked for; another attempt may well be. */
function misfit(what: string): BrainError {
  return new BrainError("upstream_failed", `${what} Ask again.`, 1);
}
