import type { TurnEvent } from "../../brain/turn";
import type { Done, Reply } from "../answer/answer-turn";
import type { EventStream } from "../answer/event-stream";
import { sendJson } from "../answer/respond";
import { describeError } from "../errors";
import type { Exchange } from "../exchange";
import type { Limits } from "../server/limits";
import { type AnswerHeading, describeUsage, emptyMessage, stopReasonOf } from "./answer";
import { GrowingBlocks } from "./growing-blocks";

/** Collects a turn and tells it as one message. */
export class MessageWholeReply implements Reply {
  private readonly blocks = new GrowingBlocks();

  constructor(
    private readonly exchange: Exchange,
    private readonly limits: Limits,
    private readonly heading: AnswerHeading,
  ) {}

  event(event: TurnEvent): undefined {
    this.blocks.take(event);
  }

  finish({ finishReason, usage }: Done): void {
    this.blocks.end();
    sendJson(this.exchange, this.limits, 200, {
      ...emptyMessage(this.heading),
      content: this.blocks.content(),
      stop_reason: stopReasonOf(finishReason),
      usage: describeUsage(usage),
    });
  }
}

/** Tells a turn event by event. Nothing is sent before the first content, so that failures until then are statuses. */
export class MessageStreamReply implements Reply {
  private readonly blocks = new GrowingBlocks();
  private begun = false;

  constructor(
    private readonly exchange: Exchange,
    private readonly stream: EventStream,
    private readonly heading: AnswerHeading,
  ) {}

  event(event: TurnEvent): Promise<void> | undefined {
    const events = this.blocks.take(event);
    return events.length === 0 ? undefined : this.stream.write(this.tell(events));
  }

  finish({ finishReason, usage }: Done): void {
    const delta = { stop_reason: stopReasonOf(finishReason), stop_sequence: null };
    const last = [{ type: "message_delta", delta, usage: describeUsage(usage) }, { type: "message_stop" }];
    this.stream.end(this.tell([...this.blocks.end(), ...last]));
  }

  fail(error: unknown): void {
    const { status, error: object } = describeError(error);
    const { body } = this.exchange.errors.tell({ status, error: object, request: this.exchange.id });
    this.stream.breakOff(`event: error\ndata: ${JSON.stringify(body)}\n\n`);
  }

  private tell(events: { type: string }[]): string {
    const opening = this.begun ? [] : [{ type: "message_start", message: emptyMessage(this.heading) }];
    this.begun = true;
    return [...opening, ...events].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
  }
}
