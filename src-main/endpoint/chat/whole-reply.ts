import type { TurnEvent } from "../../brain/turn";
import type { Done, Reply } from "../answer/answer-turn";
import { sendJson } from "../answer/respond";
import type { Exchange } from "../exchange";
import { wholeText } from "../request/whole-text";
import type { Limits } from "../server/limits";
import type { Heading } from "./chunks";
import { ToolCalls } from "./tool-calls";
import { describeUsage } from "./usage";

/** Collects a turn and tells it in one object. */
export class WholeReply implements Reply {
  private text = "";
  private thinking = "";
  private readonly calls = new ToolCalls();

  constructor(
    private readonly exchange: Exchange,
    private readonly limits: Limits,
    private readonly heading: Heading,
    private readonly tellsThinking: boolean,
  ) {}

  event(event: TurnEvent): undefined {
    if (event.type === "text") this.text += event.text;
    else if (event.type === "thinking") this.thinking += event.text;
    else if (event.type === "tool_begin" || event.type === "tool_arguments" || event.type === "tool_end") {
      this.calls.take(event);
    }
  }

  finish({ finishReason, usage }: Done): void {
    const calls = this.calls.all.map(({ id, name, arguments: json }) => ({
      id,
      type: "function",
      function: { name, arguments: json },
    }));
    const message = {
      role: "assistant",
      content: this.text === "" && calls.length > 0 ? null : wholeText(this.text),
      refusal: null,
      ...(this.tellsThinking && this.thinking !== "" ? { reasoning_content: wholeText(this.thinking) } : {}),
      ...(calls.length > 0 ? { tool_calls: calls } : {}),
    };
    const { id, created, model } = this.heading;
    sendJson(this.exchange, this.limits, 200, {
      id,
      object: "chat.completion",
      created,
      model,
      choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason }],
      usage: describeUsage(usage),
    });
  }
}
