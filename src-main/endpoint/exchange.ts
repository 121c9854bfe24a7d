import type { IncomingMessage, ServerResponse } from "node:http";
import type { ErrorStyle } from "./error-styles";

/** One request and its answer. */
export interface Exchange {
  /** Also the answer's `x-request-id`. */
  id: string;
  request: IncomingMessage;
  response: ServerResponse;
  /** What the route's `{names}` stand for, decoded. */
  params: Record<string, string>;
  /** How this request is told of failures. */
  errors: ErrorStyle;
  /** Resolves when earlier requests of the same connection have been answered. */
  turn: Promise<void>;
}

/** Calls back when the client goes before its answer is complete. Returns the function that ends the watch. */
export function onGone({ response }: Exchange, listener: () => void): () => void {
  const closed = () => {
    if (!response.writableFinished) listener();
  };
  response.once("close", closed);
  return () => response.removeListener("close", closed);
}

/** Also tells it of a request that still waits behind another, which has no event for that. */
export const isGone = ({ request, response }: Exchange): boolean =>
  request.socket.destroyed || response.destroyed || response.writableEnded;
