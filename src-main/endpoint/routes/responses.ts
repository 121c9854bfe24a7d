import { randomUUID } from "node:crypto";
import { answerTurn } from "../answer/answer-turn";
import { EventStream } from "../answer/event-stream";
import { runSpeaking } from "../answer/speaking";
import { readJson } from "../request/body";
import { parseAs } from "../request/validate";
import { ItemReader } from "../responses/items";
import { ResponseStreamReply, ResponseWholeReply } from "../responses/replies";
import { ResponsesRequest } from "../responses/request";
import { type ResponseBody, ResponseObject } from "../responses/response-object";
import { readHistory, toTurn } from "../responses/turn-request";
import type { Route } from "../router";

/** OpenAI's Responses API, streamed or whole. */
export const responses: Route = {
  method: "POST",
  path: "/v1/responses",
  about: {
    summary: "Answer items (OpenAI's Responses)",
    description:
      "The latest responses are kept in memory for an hour, to go on by `previous_response_id` or to be read again, " +
      "unless `store` is false.",
    body: ResponsesRequest,
    answers: {
      200: {
        description: "The response, or its events with `stream: true`",
        json: ResponseObject,
        events: "OpenAI's `response.*` events; each model request of a turn has output items of its own.",
      },
    },
  },
  async handle(exchange, context) {
    const asked = parseAs(ResponsesRequest, await readJson(exchange, context.limits));
    const { brain, endpoint } = context.settings();
    const { imageUrls } = endpoint;
    const history = readHistory(asked, context.responses, imageUrls);
    const userAgent = exchange.request.headers["user-agent"];
    const turn = toTurn(asked, history, { model: brain.model, imageUrls, userAgent });
    const heading = { id: `resp_${randomUUID()}`, createdAt: Math.floor(Date.now() / 1000), asked, turn };
    const { era } = context.responses;
    const keep = (response: ResponseBody) => {
      if (asked.store === false || era !== context.responses.era) return;
      const whole = new ItemReader(history, imageUrls, () => undefined).read(response.output, "output");
      context.responses.keep(response, whole);
    };
    const reply = asked.stream
      ? new ResponseStreamReply(new EventStream(exchange, context.limits), heading, keep)
      : new ResponseWholeReply(exchange, context.limits, heading, keep);
    await answerTurn(exchange, context, runSpeaking(context, turn, asked), reply);
  },
};
