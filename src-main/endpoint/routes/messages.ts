import { answerTurn } from "../answer/answer-turn";
import { EventStream } from "../answer/event-stream";
import { anthropicErrors } from "../error-styles";
import { MessageObject, newHeading } from "../messages/answer";
import { MessageStreamReply, MessageWholeReply } from "../messages/replies";
import { MessagesRequest } from "../messages/request";
import { toTurn } from "../messages/turn-request";
import { readJson } from "../request/body";
import { parseAs } from "../request/validate";
import type { Route } from "../router";

/** Anthropic's Messages API, streamed or whole. */
export const messages: Route = {
  method: "POST",
  path: "/v1/messages",
  apiKeyHeader: true,
  errors: anthropicErrors,
  about: {
    summary: "Answer a conversation that is sent whole (Anthropic's Messages)",
    body: MessagesRequest,
    answers: {
      200: {
        description: "The message, or its events with `stream: true`",
        json: MessageObject,
        events: "Anthropic's events, `message_start` to `message_stop`; a failure on the way is `event: error`.",
      },
    },
  },
  async handle(exchange, context) {
    exchange.response.setHeader("request-id", exchange.id);
    const asked = parseAs(MessagesRequest, await readJson(exchange, context.limits));
    const { brain, endpoint } = context.settings();
    const userAgent = exchange.request.headers["user-agent"];
    const turn = toTurn(asked, { model: brain.model, imageUrls: endpoint.imageUrls, userAgent });
    const heading = newHeading(turn.model);
    const reply = asked.stream
      ? new MessageStreamReply(exchange, new EventStream(exchange, context.limits), heading)
      : new MessageWholeReply(exchange, context.limits, heading);
    await answerTurn(exchange, context, (signal) => context.brain.run(turn, signal), reply);
  },
};
