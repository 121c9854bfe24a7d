import type { FinishReason, Usage } from "../../brain/turn";
import type { ErrorObject } from "../errors";
import { describeUsage } from "./usage";

/** What all chunks of an answer share; `created` in seconds, `model` as the client wrote it. */
export interface Heading {
  id: string;
  created: number;
  model: string;
}

/** The events of one streamed answer as text. What they share is written once, so that a delta costs one stringify. */
export class Chunks {
  private readonly head: string;
  private readonly tail: string;

  constructor(
    heading: Heading,
    private readonly withUsage: boolean,
  ) {
    const shared = JSON.stringify({
      id: heading.id,
      object: "chat.completion.chunk",
      created: heading.created,
      model: heading.model,
    });
    this.head = `data: ${shared.slice(0, -1)},"choices":[`;
    this.tail = `]${withUsage ? ',"usage":null' : ""}}\n\n`;
  }

  role = () => this.delta('{"role":"assistant","content":""}');
  content = (text: string) => this.delta(`{"content":${JSON.stringify(text)}}`);
  thinking = (text: string) => this.delta(`{"reasoning_content":${JSON.stringify(text)}}`);

  toolBegin = (index: number, id: string, name: string) =>
    this.delta(
      `{"tool_calls":[${JSON.stringify({ index, id, type: "function", function: { name, arguments: "" } })}]}`,
    );

  toolArguments = (index: number, text: string) =>
    this.delta(`{"tool_calls":[{"index":${index},"function":{"arguments":${JSON.stringify(text)}}}]}`);

  /** The finish reason, the usage where it was asked for, and the end mark. */
  end(reason: FinishReason, usage: Usage): string {
    const finish = `${this.head}{"index":0,"delta":{},"logprobs":null,"finish_reason":"${reason}"}${this.tail}`;
    const counted = `${this.head}],"usage":${JSON.stringify(describeUsage(usage))}}\n\n`;
    return `${finish}${this.withUsage ? counted : ""}data: [DONE]\n\n`;
  }

  error = (error: ErrorObject) => `data: ${JSON.stringify({ error })}\n\n`;

  private delta(json: string): string {
    return `${this.head}{"index":0,"delta":${json},"logprobs":null,"finish_reason":null}${this.tail}`;
  }
}
