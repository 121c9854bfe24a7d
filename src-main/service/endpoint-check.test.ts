import { afterEach, expect, test } from "vitest";
import { BrainError } from "../brain/turn";
import { saying } from "../endpoint/testing/fake-brain";
import { key, model, startEndpoint, type TestEndpoint } from "../endpoint/testing/test-endpoint";
import { checkEndpoint } from "./endpoint-check";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());

test("an endpoint that works says so with its first word's time", async () => {
  running = await startEndpoint(saying("rea", "dy"));
  const result = await checkEndpoint(running.baseUrl, key, model);
  expect(result.models).toBe((await running.brain.models()).length);
  expect(result.firstTokenMs).toBeLessThanOrEqual(result.totalMs);
});

test("a refusal comes in the endpoint's own words", async () => {
  running = await startEndpoint(saying("hi"));
  await expect(checkEndpoint(running.baseUrl, "wrong", model)).rejects.toThrow("The API key is not the one");
  await expect(checkEndpoint(running.baseUrl, key, "unheard-of")).rejects.toThrow("no model named unheard-of");
});

test("a failure in the middle of the answer is one", async () => {
  running = await startEndpoint(async function* () {
    yield { type: "accepted", backend: "fake", warm: "spare" };
    yield { type: "text", text: "re" };
    throw new BrainError("rate_limited", "The limit is reached until 5 pm.");
  });
  await expect(checkEndpoint(running.baseUrl, key, model)).rejects.toMatchObject({
    kind: "rate_limited",
    message: "The limit is reached until 5 pm.",
  });
});

test("where nobody listens, it says that it could not ask", async () => {
  running = await startEndpoint(saying("hi"));
  await running.endpoint.stop();
  await expect(checkEndpoint(running.baseUrl, key, model)).rejects.toThrow(/could not be asked .*ECONNREFUSED/);
});
