import { z } from "zod";
import { sendJson } from "../answer/respond";
import { plainErrors } from "../error-styles";
import { HttpError } from "../errors";
import { parseAs } from "../request/validate";
import type { Route } from "../router";
import { SessionId } from "../sessions/request";

/** Forgets a session. */
export const conversationalSession: Route = {
  method: "DELETE",
  path: "/v1/conversational/{session_id}",
  errors: plainErrors,
  about: {
    summary: "Forget a session",
    description: "A turn of it that is under way is still answered, but not remembered.",
    answers: {
      200: {
        description: "It was there and is forgotten",
        json: z.object({ session_id: z.string(), deleted: z.literal(true) }),
      },
    },
  },
  async handle(exchange, context) {
    const id = parseAs(z.object({ session_id: SessionId }), exchange.params).session_id;
    if (!(await context.sessions.forget(id)))
      throw new HttpError(404, "not_found", "There is no session of this name.");
    sendJson(exchange, context.limits, 200, { session_id: id, deleted: true });
  },
};
