import { Validator } from "@seriousme/openapi-schema-validator";
import { afterEach, expect, test } from "vitest";
import { routes } from "./routes";
import { saying } from "./testing/fake-brain";
import { startEndpoint, type TestEndpoint } from "./testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());

test("anyone may read a valid OpenAPI document that has every route", async () => {
  running = await startEndpoint(saying());
  const answer = await fetch(`http://127.0.0.1:${running.port}/openapi.json`);
  const document = await answer.json();
  expect(answer.status).toBe(200);
  expect(await new Validator().validate(document)).toEqual({ valid: true });
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  const chat = document.paths["/v1/chat/completions"].post;
  const asked = chat.requestBody.content["application/json"].schema;
  expect(asked.required).toEqual(["messages"]);
  expect(asked.properties.x_speak_tool).toBeDefined();
  expect(Object.keys(chat.responses["200"].content)).toEqual(["application/json", "text/event-stream"]);
  expect(document.paths["/v1/messages"].post.responses.default.content["application/json"].schema.required).toEqual([
    "type",
    "error",
    "request_id",
  ]);
  expect(document.paths["/v1/conversational/{session_id}"].delete.parameters).toHaveLength(1);
});
