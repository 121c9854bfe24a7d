import { z } from "zod";
import { openAiErrors } from "./error-styles";
import type { Route } from "./router";

/** The routes as an OpenAPI 3.1 document; the schemas are the ones that requests are held against. */
export function describeRoutes(routes: readonly Route[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Brainstem",
      version,
      description: "A local brain for voice agents and OpenAI or Anthropic clients.",
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        apiKey: { type: "apiKey", in: "header", name: "x-api-key" },
      },
    },
  };
}

function describeRoute({ path, about, open, apiKeyHeader, errors = openAiErrors }: Route) {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const security = open ? [] : apiKeyHeader ? [{ apiKey: [] }, { bearer: [] }] : undefined;
  const answers = Object.entries(about.answers).map(([status, { description, json, events }]) => {
    const asJson = json ? { "application/json": { schema: toSchema(json, "output") } } : {};
    const asEvents = events ? { "text/event-stream": { schema: { type: "string", description: events } } } : {};
    return [status, { description, content: { ...asJson, ...asEvents } }] as const;
  });
  const failure = {
    description: "Why there is no answer",
    content: { "application/json": { schema: toSchema(errors.schema, "output") } },
  };
  return {
    summary: about.summary,
    ...(about.description ? { description: about.description } : {}),
    ...(security ? { security } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(about.body
      ? { requestBody: { required: true, content: { "application/json": { schema: toSchema(about.body, "input") } } } }
      : {}),
    responses: { ...Object.fromEntries(answers), default: failure },
  };
}

/** What JSON Schema cannot say (a refinement, a transformed value) is left open. */
function toSchema(schema: z.ZodType, io: "input" | "output"): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
