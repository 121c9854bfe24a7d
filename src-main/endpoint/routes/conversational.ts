import { answerTurn } from "../answer/answer-turn";
import { EventStream } from "../answer/event-stream";
import { plainErrors } from "../error-styles";
import { readJson } from "../request/body";
import { parseAs } from "../request/validate";
import type { Route } from "../router";
import { SessionStreamReply, SessionWholeReply } from "../sessions/replies";
import { SessionReply, SessionRequest } from "../sessions/request";

/** A conversation whose memory is kept here. */
export const conversational: Route = {
  method: "POST",
  path: "/v1/conversational",
  errors: plainErrors,
  about: {
    summary: "Say something in a session whose memory is kept here",
    description:
      "The same `session_id` goes on with the conversation; its turns are answered one after the other. What failed or " +
      "was cancelled leaves nothing behind. With `Accept: text/event-stream` the reply streams.",
    body: SessionRequest,
    answers: {
      200: {
        description: "The reply",
        json: SessionReply,
        events: '`{"delta"}` each, at last `event: done` with the whole reply. A failure on the way is `event: error`.',
      },
    },
  },
  async handle(exchange, context) {
    const asked = parseAs(SessionRequest, await readJson(exchange, context.limits));
    const { accept, "user-agent": userAgent } = exchange.request.headers;
    const turn = {
      id: asked.session_id,
      message: asked.message,
      model: asked.model ?? context.settings().brain.model,
      systemPrompt: asked.system_prompt ?? undefined,
      caller: {
        kind: "session" as const,
        name: (userAgent ?? "unknown client").slice(0, 200),
        route: "conversational" as const,
        conversation: asked.session_id,
      },
    };
    const reply = /\btext\/event-stream\b/i.test(accept ?? "")
      ? new SessionStreamReply(exchange, new EventStream(exchange, context.limits), turn.id)
      : new SessionWholeReply(exchange, context.limits, turn.id);
    await answerTurn(exchange, context, (signal) => context.sessions.run(turn, signal), reply);
  },
};
