import { z } from "zod";
import { sendJson } from "../answer/respond";
import { HttpError } from "../errors";
import { ResponseObject } from "../responses/response-object";
import type { Route } from "../router";

const path = "/v1/responses/{response_id}";
const notKept = (id = "") =>
  new HttpError(404, "response_not_found", `Response with id '${id.slice(0, 100)}' not found.`, "response_id");

/** A kept response, as it was answered. */
export const response: Route = {
  method: "GET",
  path,
  about: {
    summary: "Read a kept response again",
    answers: { 200: { description: "The response", json: ResponseObject } },
  },
  handle(exchange, context) {
    const { response_id: id = "" } = exchange.params;
    const kept = context.responses.response(id);
    if (!kept) throw notKept(id);
    sendJson(exchange, context.limits, 200, kept);
  },
};

/** Forgets a kept response; those that went on from it stay. */
export const forgetResponse: Route = {
  method: "DELETE",
  path,
  about: {
    summary: "Forget a kept response",
    answers: {
      200: {
        description: "It was kept and is forgotten",
        json: z.object({ id: z.string(), object: z.literal("response"), deleted: z.literal(true) }),
      },
    },
  },
  handle(exchange, context) {
    const { response_id: id = "" } = exchange.params;
    if (!context.responses.forget(id)) throw notKept(id);
    sendJson(exchange, context.limits, 200, { id, object: "response", deleted: true });
  },
};
