import { randomUUID } from "node:crypto";
import { refuse } from "./answer/respond";
import type { EndpointContext } from "./context";
import { openAiErrors } from "./error-styles";
import { HttpError } from "./errors";
import type { Exchange } from "./exchange";
import { allowPage, answerPreflight } from "./gate/cors";
import { checkHost, checkKey, checkOrigin } from "./gate/guard";
import { createRouter, type Route } from "./router";
import type { Listener } from "./server/server";

/** Who may ask is settled first, then what is asked; only then is a body read. */
export function createDispatch(context: EndpointContext, routes: Route[]): Listener {
  const find = createRouter(routes);

  const answer = async (exchange: Exchange) => {
    const { request, response } = exchange;
    const found = find(request.method ?? "", (request.url ?? "").split("?", 1)[0] as string);
    const route = found instanceof HttpError ? undefined : found.route;
    if (route?.errors) exchange.errors = route.errors;
    checkHost(request);
    const origin = checkOrigin(request, context.settings().endpoint.allowedOrigins);
    if (origin !== undefined) {
      allowPage(response, origin);
      if (request.method === "OPTIONS") return answerPreflight(request, response);
    }
    if (!route?.open) checkKey(request, context.key(), route?.apiKeyHeader ?? false);
    if (found instanceof HttpError) throw found;
    noteEnd(exchange, context, found.route);
    exchange.params = found.params;
    await found.route.handle(exchange, context);
  };

  return (request, response, turn) => {
    const exchange: Exchange = { id: `req_${randomUUID()}`, request, response, params: {}, errors: openAiErrors, turn };
    response.setHeader("x-request-id", exchange.id);
    response.on("error", () => {});
    answer(exchange).catch((error: unknown) => refuse(exchange, context, error));
  };
}

function noteEnd({ id, response }: Exchange, { log }: EndpointContext, route: Route): void {
  const began = performance.now();
  response.once("close", () => {
    const status = response.headersSent ? response.statusCode : undefined;
    const whole = response.writableFinished;
    log.info("request", {
      request: id,
      route: `${route.method} ${route.path}`,
      status,
      whole,
      ms: Math.round(performance.now() - began),
    });
  });
}
