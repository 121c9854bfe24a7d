import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import { seenUpstream } from "../../src-main/brain/testing/real-brain";
import type { Respond } from "../../src-main/demo/messages-api";
import { preparePython } from "./python";
import { reported, runExample } from "./run-example";
import { askedBlocks, askedText, type Scripted, say, startScripted } from "./scripted";

const root = path.resolve(import.meta.dirname, "../..");
const program = path.join(import.meta.dirname, "programs", "openai_features.py");
const model = "claude-sonnet-4-6";
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const city = { name: "Софія", population: 1_286_383 };
const usage = { input_tokens: 20, cache_read_input_tokens: 100, cache_creation_input_tokens: 3, output_tokens: 7 };

let cities = 0;
/** A model that keeps to what the API was asked for, and likes to say something first. */
const respond: Respond = (body) => {
  if (askedBlocks(body).some(({ type }) => type === "image")) return { steps: say("Це крапка. 🔴") };
  if (askedText(body).includes("місто")) {
    cities += 1;
    const input = JSON.stringify(city).match(/.{1,5}/gsu) ?? [];
    return { steps: [...say("Ось місто: "), { tool: "StructuredOutput", id: `toolu_${cities}`, input }] };
  }
  if ((body["stop_sequences"] as string[] | undefined)?.includes("п'ять"))
    return { steps: say("один два три чотири"), stopReason: "stop_sequence" };
  if (body.max_tokens === 3) return { steps: say("один два три"), stopReason: "max_tokens" };
  return { steps: say("один два три чотири п'ять шість сім"), usage };
};

let serving: Scripted;
let python: string | undefined;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  python = await preparePython(root);
  serving = await startScripted(root, respond);
});
test.afterAll(() => serving?.stop());

const npm = (key = serving.key) => new OpenAI({ baseURL: serving.baseUrl, apiKey: key, maxRetries: 0 });
const counted = {
  prompt_tokens: 123,
  completion_tokens: 7,
  total_tokens: 130,
  prompt_tokens_details: { cached_tokens: 100 },
  completion_tokens_details: { reasoning_tokens: 0 },
};

test.describe("openai-python", () => {
  test.beforeEach(() => test.skip(!python, "there is no Python 3.10 or newer here"));
  const run = async (...args: string[]) => reported(await runExample(serving, python as string, [program, ...args]));

  test("parses an answer into its own class", async () => {
    expect(await run("parse")).toEqual({ type: "City", ...city, reason: "stop" });
  });

  test("is given what comes before a stop text", async () => {
    expect(await run("stop")).toEqual({ content: "один два три чотири", reason: "stop" });
  });

  test("is told that the answer was cut at max_tokens", async () => {
    expect(await run("length")).toEqual({ content: "один два три", reason: "length" });
  });

  test("is told the tokens, in a stream once and at its end", async () => {
    expect(await run("usage")).toMatchObject({ whole: counted, stream: counted, choices: 0, before: [] });
  });

  test("shows the model a picture", async () => {
    expect(await run("image", dot)).toEqual({ content: "Це крапка. 🔴" });
    expect(seenUpstream(serving.upstream.requests[serving.upstream.requests.length - 1])).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "Що тут?" },
          { type: "image", source: { type: "base64", media_type: "image/png", data: dot } },
        ],
      },
    ]);
  });

  test("raises the errors that its users catch", async () => {
    expect(await run("refusals")).toMatchObject({
      model: {
        class: "BadRequestError",
        code: "model_not_found",
        body: { error: { param: "model" }, supported: expect.arrayContaining([model]) },
      },
      key: { class: "AuthenticationError", code: "invalid_api_key" },
    });
  });
});

test("openai npm parses a streamed answer as it was given the schema", async () => {
  const properties = { name: { type: "string" }, population: { type: "integer" } };
  const schema = { type: "object", properties, required: ["name", "population"], additionalProperties: false };
  const stream = npm().chat.completions.stream({
    model,
    messages: [{ role: "user", content: "Назви місто" }],
    response_format: { type: "json_schema", json_schema: { name: "city", schema, strict: true } },
    stream_options: { include_usage: true },
  });
  let words = "";
  stream.on("content", (delta) => {
    words += delta;
  });
  const completion = await stream.finalChatCompletion();
  expect(JSON.parse(words)).toEqual(city);
  expect(completion.choices[0]?.finish_reason).toBe("stop");
  expect(completion.usage?.total_tokens).toBeGreaterThan(0);
});

test("openai npm raises the errors that its users catch", async () => {
  const messages = [{ role: "user" as const, content: "x" }];
  const unknown = npm().chat.completions.create({ model: "gpt-4o", messages });
  await expect(unknown).rejects.toMatchObject({ constructor: OpenAI.BadRequestError, code: "model_not_found" });
  const stranger = npm("wrong").chat.completions.create({ model, messages });
  await expect(stranger).rejects.toMatchObject({ constructor: OpenAI.AuthenticationError, code: "invalid_api_key" });
});
