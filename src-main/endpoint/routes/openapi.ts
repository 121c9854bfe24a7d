import { z } from "zod";
import { sendJson } from "../answer/respond";
import { describeRoutes } from "../openapi";
import type { Route } from "../router";

/** The endpoint's own description, itself included; it is the same for everyone and says nothing private. */
export function openApi(others: readonly Route[]): Route {
  const route: Route = {
    method: "GET",
    path: "/openapi.json",
    open: true,
    about: {
      summary: "This description",
      answers: { 200: { description: "An OpenAPI 3.1 document", json: z.looseObject({ openapi: z.string() }) } },
    },
    handle(exchange, context) {
      sendJson(exchange, context.limits, 200, describeRoutes([...others, route], context.version));
    },
  };
  return route;
}
