import { BrainError } from "../../brain/turn";
import { withoutWords } from "../../logging/log-error";
import type { EndpointContext } from "../context";
import { describeError } from "../errors";
import { type Exchange, isGone } from "../exchange";
import type { Limits } from "../server/limits";

/** Sends a whole JSON answer, and cuts a client that leaves it unread. */
export function sendJson(exchange: Exchange, limits: Limits, status: number, body: unknown): void {
  const { response } = exchange;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
  });
  endWithin(exchange, limits.stallMs, text);
}

/** Ends the answer with its last bytes; the connection goes when they are not taken in time. */
export function endWithin({ response }: Exchange, stallMs: number, text: string): void {
  const stalled = setTimeout(() => response.destroy(), stallMs);
  response.once("close", () => clearTimeout(stalled));
  response.end(text);
}

/** Tells the client, as a status of its own, why there is no answer. For errors before the first byte. */
export async function refuse(exchange: Exchange, context: EndpointContext, error: unknown): Promise<void> {
  const { status: found, headers, error: object } = describeError(error);
  if (found === 500) context.log.error("request failed", { request: exchange.id, error: withoutWords(error) });
  const supported =
    error instanceof BrainError && error.kind === "model_not_found" ? await knownModels(context) : undefined;
  const { request, response } = exchange;
  if (isGone(exchange) || response.headersSent) return;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const failure = { status: found, error: object, request: exchange.id, ...(supported ? { supported } : {}) };
  const { status, body } = exchange.errors.tell(failure);
  if (request.complete) return sendJson(exchange, context.limits, status, body);

  // Closing over a body still being sent would reset the connection and lose this answer: the rest is let run past.
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    Connection: "close",
  });
  response.write(text);
  const grace = setTimeout(() => response.end(), context.limits.graceMs);
  request.once("end", () => response.end());
  response.once("close", () => clearTimeout(grace));
  request.on("error", () => {}).resume();
}

async function knownModels(context: EndpointContext): Promise<string[]> {
  try {
    return (await context.brain.models()).map((model) => model.id);
  } catch {
    return [];
  }
}
