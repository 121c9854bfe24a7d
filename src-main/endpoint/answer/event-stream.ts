import type { Exchange } from "../exchange";
import type { Limits } from "../server/limits";
import { endWithin } from "./respond";

/** A `text/event-stream` answer: each write leaves at once, and a client that does not read is waited for, then cut. */
export class EventStream {
  private comments: NodeJS.Timeout | undefined;

  constructor(
    private readonly exchange: Exchange,
    private readonly limits: Limits,
    /** Sent every `commentMs`, so that nothing on the way takes a silent stream for a dead one. */
    private readonly comment = ": keep-alive\n\n",
  ) {}

  /** Sends status 200; from here on a failure can only be told inside the stream. */
  private open(): void {
    const { response } = this.exchange;
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    });
    this.comments = setInterval(() => {
      if (!response.writableNeedDrain) response.write(this.comment);
    }, this.limits.commentMs);
    response.once("close", () => clearInterval(this.comments));
  }

  /** A promise where the client's socket is full: it settles when there is room or the client is gone. */
  write(text: string): Promise<void> | undefined {
    const { response } = this.exchange;
    if (!response.headersSent) this.open();
    if (response.write(text) || response.destroyed) return undefined;
    return new Promise((resolve) => {
      const stalled = setTimeout(() => response.destroy(), this.limits.stallMs);
      const settle = () => {
        clearTimeout(stalled);
        response.removeListener("drain", settle);
        response.removeListener("close", settle);
        resolve();
      };
      response.once("drain", settle);
      response.once("close", settle);
    });
  }

  /** The last events and the end of the body in one write. */
  end(text: string): void {
    if (!this.exchange.response.headersSent) this.open();
    clearInterval(this.comments);
    endWithin(this.exchange, this.limits.stallMs, text);
  }

  /** The last event without a proper end: the client must not take what it has for the whole answer. */
  breakOff(text: string): void {
    const { response } = this.exchange;
    clearInterval(this.comments);
    const stalled = setTimeout(() => response.destroy(), this.limits.graceMs);
    response.once("close", () => clearTimeout(stalled));
    response.write(text, () => {
      const { socket } = response;
      socket?.end(() => socket.destroy());
    });
  }
}
