import type { TurnEvent } from "../../brain/turn";
import type { Done, Reply } from "../answer/answer-turn";
import type { EventStream } from "../answer/event-stream";
import { describeError } from "../errors";
import { WholeText } from "../request/whole-text";
import type { Chunks } from "./chunks";
import { ToolCalls } from "./tool-calls";

/** Tells a turn chunk by chunk. Nothing is sent before the first content, so that failures until then are statuses. */
export class StreamReply implements Reply {
  private readonly words = new WholeText();
  private readonly thoughts = new WholeText();
  private readonly calls = new ToolCalls();
  private begun = false;

  constructor(
    private readonly stream: EventStream,
    private readonly chunks: Chunks,
    private readonly tellsThinking: boolean,
  ) {}

  event(event: TurnEvent): Promise<void> | undefined {
    switch (event.type) {
      case "text": {
        const text = this.words.push(event.text);
        return text === "" ? undefined : this.send(this.chunks.content(text));
      }
      case "thinking": {
        const text = this.tellsThinking ? this.thoughts.push(event.text) : "";
        return text === "" ? undefined : this.send(this.chunks.thinking(text));
      }
      case "tool_begin":
      case "tool_arguments":
      case "tool_end": {
        const piece = this.calls.take(event);
        if (!piece) return undefined;
        const { place, id, name } = piece.call;
        return this.send(
          piece.begins ? this.chunks.toolBegin(place, id, name) : this.chunks.toolArguments(place, piece.arguments),
        );
      }
      case "step":
        return this.begun ? this.stream.write(": step\n\n") : undefined;
      default:
        return undefined;
    }
  }

  finish({ finishReason, usage }: Done): void {
    const rest = this.words.flush();
    const last = rest === "" ? "" : this.chunks.content(rest);
    this.stream.end(this.opening() + last + this.chunks.end(finishReason, usage));
  }

  fail(error: unknown): void {
    this.stream.breakOff(this.chunks.error(describeError(error).error));
  }

  private send(chunk: string): Promise<void> | undefined {
    return this.stream.write(this.opening() + chunk);
  }

  /** The role goes with the first content: a client takes the first chunk for the first word. */
  private opening(): string {
    if (this.begun) return "";
    this.begun = true;
    return this.chunks.role();
  }
}
