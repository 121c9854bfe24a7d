import type { z } from "zod";
import type { EndpointContext } from "./context";
import type { ErrorStyle } from "./error-styles";
import { HttpError } from "./errors";
import type { Exchange } from "./exchange";

/** What `/openapi.json` says of a route. */
export interface RouteAbout {
  summary: string;
  description?: string;
  /** What the handler validates the body with. */
  body?: z.ZodType;
  /** What each status means; failures are told by the route's error style and need no entry. */
  answers: Record<
    number,
    { description: string; json?: z.ZodType /** What a stream's events hold. */; events?: string }
  >;
}

/** One address of the endpoint. `{name}` in the path stands for one segment. */
export interface Route {
  method: "GET" | "POST" | "DELETE";
  path: string;
  /** Answers without a key. */
  open?: true;
  /** The key may come as `x-api-key` too. */
  apiKeyHeader?: true;
  /** How failures are told; OpenAI's way unless said. */
  errors?: ErrorStyle;
  about: RouteAbout;
  /** Answers, or throws what the client is told. */
  handle(exchange: Exchange, context: EndpointContext): Promise<void> | void;
}

interface Found {
  route: Route;
  params: Record<string, string>;
}

/** Finds the route of a request; what it returns instead of a route is thrown once the key was checked. */
export function createRouter(routes: Route[]): (method: string, path: string) => Found | HttpError {
  const patterns = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replace(/\./g, "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  }));
  return (method, path) => {
    const fitting = patterns.filter(({ pattern }) => pattern.test(path));
    const chosen = fitting.find(({ route }) => route.method === method);
    if (chosen) {
      const params = decode(chosen.pattern.exec(path)?.groups ?? {});
      return params ? { route: chosen.route, params } : unknownUrl(method);
    }
    if (fitting.length === 0) return unknownUrl(method);
    const methods = fitting.map(({ route }) => route.method).join(", ");
    return new HttpError(405, "method_not_allowed", `This address takes ${methods}, not ${shown(method)}.`, null, {
      Allow: methods,
    });
  };
}

function decode(groups: Record<string, string>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    return undefined;
  }
}

const shown = (method: string) => method.slice(0, 20);
const unknownUrl = (method: string) =>
  new HttpError(404, "unknown_url", `Nothing answers ${shown(method)} here. A client's base URL must end in /v1.`);
