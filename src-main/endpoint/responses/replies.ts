import type { FinishReason, TurnEvent } from "../../brain/turn";
import type { Done, Reply } from "../answer/answer-turn";
import type { EventStream } from "../answer/event-stream";
import { sendJson } from "../answer/respond";
import { describeError } from "../errors";
import type { Exchange } from "../exchange";
import type { Limits } from "../server/limits";
import type { OutputEvent, Status } from "./growing-item";
import { Output } from "./output";
import { describeResponse, type ResponseBody, type ResponseHeading } from "./response-object";

/** Called with a whole answer, before the client is told of its end. */
type Keep = (response: ResponseBody) => void;

/** Collects a turn and tells it as one response object. */
export class ResponseWholeReply implements Reply {
  private readonly output = new Output();

  constructor(
    private readonly exchange: Exchange,
    private readonly limits: Limits,
    private readonly heading: ResponseHeading,
    private readonly keep: Keep,
  ) {}

  event(event: TurnEvent): undefined {
    this.output.take(event);
  }

  finish({ finishReason, usage }: Done): void {
    const status = statusOf(finishReason);
    this.output.close(status);
    const body = describeResponse(this.heading, { status, finishReason, usage }, this.output.items);
    this.keep(body);
    sendJson(this.exchange, this.limits, 200, body);
  }
}

/** Tells a turn event by event. Nothing is sent before the first content, so that failures until then are statuses. */
export class ResponseStreamReply implements Reply {
  private readonly output = new Output();
  private sent = 0;

  constructor(
    private readonly stream: EventStream,
    private readonly heading: ResponseHeading,
    private readonly keep: Keep,
  ) {}

  event(event: TurnEvent): Promise<void> | undefined {
    const events = this.output.take(event);
    return events.length === 0 ? undefined : this.stream.write(this.tell(events));
  }

  finish({ finishReason, usage }: Done): void {
    const status = statusOf(finishReason);
    const events = this.output.close(status);
    const response = describeResponse(this.heading, { status, finishReason, usage }, this.output.items);
    this.keep(response);
    this.stream.end(this.tell([...events, { type: `response.${status}`, response }]));
  }

  /** Readers of the whole response look for `response.failed`, the SDKs raise at the `error`. */
  fail(error: unknown): void {
    const { error: object } = describeError(error);
    const response = describeResponse(this.heading, { status: "failed", error: object }, this.output.items);
    const { code, message, param } = object;
    const last: OutputEvent[] = [
      { type: "response.failed", response },
      { type: "error", code, message, param, error: object },
    ];
    this.stream.breakOff(this.tell(last));
  }

  private tell(events: OutputEvent[]): string {
    return [...this.opening(), ...events]
      .map(({ type, ...fields }) => {
        const data = JSON.stringify({ type, sequence_number: this.sent++, ...fields });
        return `event: ${type}\ndata: ${data}\n\n`;
      })
      .join("");
  }

  private opening(): OutputEvent[] {
    if (this.sent > 0) return [];
    const response = describeResponse(this.heading, { status: "in_progress" }, []);
    return [
      { type: "response.created", response },
      { type: "response.in_progress", response },
    ];
  }
}

const statusOf = (reason: FinishReason): Status =>
  reason === "length" || reason === "content_filter" ? "incomplete" : "completed";
