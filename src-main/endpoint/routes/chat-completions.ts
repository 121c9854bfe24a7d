import { randomUUID } from "node:crypto";
import { answerTurn } from "../answer/answer-turn";
import { ChatCompletion } from "../answer/answers";
import { EventStream } from "../answer/event-stream";
import { runSpeaking } from "../answer/speaking";
import { Chunks } from "../chat/chunks";
import { ChatRequest, parseChatRequest } from "../chat/request";
import { StreamReply } from "../chat/stream-reply";
import { toTurn } from "../chat/turn-request";
import { WholeReply } from "../chat/whole-reply";
import { readJson } from "../request/body";
import type { Route } from "../router";

/** OpenAI's chat completions, streamed or whole. */
export const chatCompletions: Route = {
  method: "POST",
  path: "/v1/chat/completions",
  about: {
    summary: "Answer a conversation that is sent whole (OpenAI's Chat Completions)",
    body: ChatRequest,
    answers: {
      200: {
        description: "The answer, or its chunks with `stream: true`",
        json: ChatCompletion,
        events: "`chat.completion.chunk` objects, at last `[DONE]`. The comment `: step` marks another model request.",
      },
    },
  },
  async handle(exchange, context) {
    const asked = parseChatRequest(await readJson(exchange, context.limits));
    const { brain, endpoint } = context.settings();
    const userAgent = exchange.request.headers["user-agent"];
    const turn = toTurn(asked, { model: brain.model, imageUrls: endpoint.imageUrls, userAgent });
    const heading = {
      id: `chatcmpl-${randomUUID()}`,
      created: Math.floor(Date.now() / 1000),
      model: turn.model,
    };
    const reply = asked.stream
      ? new StreamReply(
          new EventStream(exchange, context.limits),
          new Chunks(heading, asked.stream_options?.include_usage ?? false),
          turn.thinking,
        )
      : new WholeReply(exchange, context.limits, heading, turn.thinking);
    await answerTurn(exchange, context, runSpeaking(context, turn, asked), reply);
  },
};
