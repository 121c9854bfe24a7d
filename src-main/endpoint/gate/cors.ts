import type { IncomingMessage, ServerResponse } from "node:http";

/** Lets a page that Settings allows read the answer. */
export function allowPage(response: ServerResponse, origin: string): void {
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Expose-Headers", "x-request-id, x-brainstem-backend, x-should-retry, retry-after");
  response.setHeader("Vary", "Origin");
}

/** Answers what a browser asks before it sends an allowed page's request. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const wanted = request.headers["access-control-request-headers"] ?? "";
  const headers = /^[\w\-, ]{0,2000}$/.test(wanted) ? wanted : "authorization, content-type";
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
  response.setHeader("Access-Control-Allow-Headers", headers || "authorization, content-type");
  response.setHeader("Access-Control-Max-Age", "600");
  if (request.headers["access-control-request-private-network"]) {
    response.setHeader("Access-Control-Allow-Private-Network", "true");
  }
  response.writeHead(204).end();
}
