import type { TurnEvent } from "../../brain/turn";
import type { Reply } from "../answer/answer-turn";
import type { EventStream } from "../answer/event-stream";
import { sendJson } from "../answer/respond";
import { describeError } from "../errors";
import type { Exchange } from "../exchange";
import { WholeText, wholeText } from "../request/whole-text";
import type { Limits } from "../server/limits";

/** Tells a session's turn in one object. */
export class SessionWholeReply implements Reply {
  private text = "";

  constructor(
    private readonly exchange: Exchange,
    private readonly limits: Limits,
    private readonly id: string,
  ) {}

  event(event: TurnEvent): undefined {
    if (event.type === "text") this.text += event.text;
  }

  finish(): void {
    sendJson(this.exchange, this.limits, 200, { session_id: this.id, reply: wholeText(this.text) });
  }
}

/** Tells it as events: `{"delta"}` each, then a `done` with the whole; an `error` where it breaks off. */
export class SessionStreamReply implements Reply {
  private readonly words = new WholeText();
  private text = "";

  constructor(
    private readonly exchange: Exchange,
    private readonly stream: EventStream,
    private readonly id: string,
  ) {}

  event(event: TurnEvent): Promise<void> | undefined {
    if (event.type !== "text") return undefined;
    const delta = this.words.push(event.text);
    return delta === "" ? undefined : this.stream.write(this.tell(delta));
  }

  finish(): void {
    const rest = this.words.flush();
    const last = rest === "" ? "" : this.tell(rest);
    this.stream.end(`${last}event: done\ndata: ${JSON.stringify({ session_id: this.id, reply: this.text })}\n\n`);
  }

  fail(error: unknown): void {
    const { status, error: object } = describeError(error);
    const { body } = this.exchange.errors.tell({ status, error: object, request: this.exchange.id });
    this.stream.breakOff(`event: error\ndata: ${JSON.stringify(body)}\n\n`);
  }

  private tell(delta: string): string {
    this.text += delta;
    return `data: ${JSON.stringify({ delta })}\n\n`;
  }
}
