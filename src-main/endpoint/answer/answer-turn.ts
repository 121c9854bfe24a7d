import { BrainError, type TurnEvent } from "../../brain/turn";
import { withoutWords } from "../../logging/log-error";
import type { EndpointContext } from "../context";
import { type Exchange, isGone, onGone } from "../exchange";
import { refuse } from "./respond";

export type Done = Extract<TurnEvent, { type: "done" }>;

/** How one API tells a turn to its client. */
export interface Reply {
  /** A promise where the client must first take what it was sent. */
  event(event: TurnEvent): Promise<void> | undefined;
  finish(done: Done): void;
  /** A failure after the first byte went out; only for replies that send some before the end. */
  fail?(error: unknown): void;
}

/** Runs a turn for a client until it is answered, has failed, or the client is gone: then the turn is cancelled. */
export async function answerTurn(
  exchange: Exchange,
  context: EndpointContext,
  run: (signal: AbortSignal) => AsyncIterable<TurnEvent>,
  reply: Reply,
): Promise<void> {
  const { response } = exchange;
  const controller = new AbortController();
  const { signal } = controller;
  const fail = async (error: unknown) => {
    disarm();
    // With its reason: a turn that was ended here is not one whose client hung up.
    controller.abort(error);
    if (response.headersSent) reply.fail?.(error);
    else await refuse(exchange, context, error);
  };
  const untrack = context.turns.add((error) => void fail(error));
  const unwatch = onGone(exchange, () => {
    disarm();
    controller.abort();
  });
  const disarm = () => {
    untrack();
    unwatch();
  };

  try {
    await exchange.turn;
    if (isGone(exchange)) return disarm();
    let done: Done | undefined;
    for await (const event of run(signal)) {
      if (signal.aborted) return;
      if (event.type === "accepted" && !response.headersSent) {
        response.setHeader("x-brainstem-backend", event.backend);
      }
      // The brain's own end of the turn is waited for: the next request may come right after this answer.
      if (event.type === "done") done = event;
      else await reply.event(event);
    }
    if (signal.aborted) return;
    if (!done) throw new BrainError("upstream_failed", "The answer ended before it was complete.");
    disarm();
    reply.finish(done);
  } catch (error) {
    if (signal.aborted) return;
    if (response.headersSent)
      context.log.warn("answer broke off", { request: exchange.id, error: withoutWords(error) });
    await fail(error);
  }
}
