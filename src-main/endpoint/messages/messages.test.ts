import Anthropic from "@anthropic-ai/sdk";
import { afterEach, describe, expect, test } from "vitest";
import { BrainError, type ErrorKind, type TurnEvent } from "../../brain/turn";
import { readEvents, send } from "../testing/events";
import { calling, done, hanging, playing, type Script, saying } from "../testing/fake-brain";
import { key, model, startEndpoint, type TestEndpoint } from "../testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());
async function connect(script: Script, shown: { apiKey?: string | null; authToken?: string | null } = { apiKey: key }) {
  running = await startEndpoint(script);
  const baseURL = `http://127.0.0.1:${running.port}`;
  return new Anthropic({ baseURL, apiKey: null, authToken: null, maxRetries: 0, ...shown });
}
const question = { model, max_tokens: 100, messages: [{ role: "user" as const, content: "Привіт 👋" }] };

describe("what is answered", () => {
  const events: TurnEvent[] = [
    { type: "thinking", text: "hmm" },
    { type: "text", text: "По\ud83d" },
    { type: "text", text: "\udc4b" },
    ...calling(0, "weather", '{"city":', '"Львів"}'),
    ...calling(1, "time"),
    done("tool_calls"),
  ];
  const message = {
    type: "message",
    role: "assistant",
    model,
    content: [
      { type: "thinking", thinking: "hmm", signature: "" },
      { type: "text", text: "По👋" },
      { type: "tool_use", id: "call_0", name: "weather", input: { city: "Львів" } },
      { type: "tool_use", id: "call_1", name: "time", input: {} },
    ],
    stop_reason: "tool_use",
    stop_sequence: null,
    usage: { input_tokens: 4, cache_read_input_tokens: 8, output_tokens: 5 },
  };

  test("in one piece", async () => {
    const client = await connect(playing(...events));
    const answer = await client.messages.create(question);
    expect(answer).toMatchObject(message);
    expect(answer._request_id).toMatch(/^req_/);
  });

  test("the SDK's own stream builds the same message", async () => {
    const client = await connect(playing(...events));
    const stream = client.messages.stream(question);
    const words: string[] = [];
    stream.on("text", (text) => void words.push(text));
    expect(await stream.finalMessage()).toMatchObject(message);
    expect(words).toEqual(["По", "👋"]);
  });

  test("event by event, each step with blocks of its own", async () => {
    running = await startEndpoint(
      playing({ type: "text", text: "a" }, { type: "step" }, { type: "text", text: "b" }, done("length")),
    );
    const answer = await send(running, "/v1/messages", { ...question, stream: true });
    const sent = readEvents(await answer.text());
    expect(sent.every(({ event, data }) => event === data.type)).toBe(true);
    const block = ["content_block_start", "content_block_delta", "content_block_stop"];
    expect(sent.map(({ event }) => event)).toEqual([
      "message_start",
      ...block,
      ...block,
      "message_delta",
      "message_stop",
    ]);
    expect(sent.at(-2)?.data.delta).toEqual({ stop_reason: "max_tokens", stop_sequence: null });
  });

  test("its abort cancels the turn", async () => {
    const client = await connect(hanging("Once"));
    for await (const event of await client.messages.create({ ...question, stream: true })) {
      if (event.type === "content_block_delta") break;
    }
    await expect.poll(() => running.brain.signals[0]?.aborted).toBe(true);
  });
});

describe("failures", () => {
  test.each<[ErrorKind, number, string]>([
    ["overloaded", 529, "overloaded_error"],
    ["rate_limited", 429, "rate_limit_error"],
    ["busy", 429, "rate_limit_error"],
    ["auth_expired", 503, "api_error"],
    ["timeout", 504, "timeout_error"],
    ["context_too_long", 400, "invalid_request_error"],
    ["model_not_found", 404, "not_found_error"],
  ])("%s is Anthropic's %i", async (kind, status, type) => {
    // biome-ignore lint/correctness/useYield: it fails before its first word.
    const client = await connect(async function* () {
      throw new BrainError(kind, "What to do.");
    });
    const error = await client.messages.create(question).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(Anthropic.APIError);
    expect(error).toMatchObject({ status, error: { type: "error", error: { type, message: "What to do." } } });
  });

  test("one that comes in the middle is raised", async () => {
    const client = await connect(async function* () {
      yield { type: "text", text: "Once" };
      throw new BrainError("overloaded", "Claude is overloaded.");
    });
    const whole = client.messages.stream(question).finalMessage();
    await expect(whole).rejects.toMatchObject({ message: expect.stringContaining("Claude is overloaded.") });
  });

  test("tokens are not counted ahead", async () => {
    const client = await connect(saying("hi"));
    const counted = client.messages.countTokens({ model, messages: question.messages });
    await expect(counted).rejects.toBeInstanceOf(Anthropic.NotFoundError);
  });
});

describe("the key", () => {
  test("comes as x-api-key, as a bearer, or both with one of them right", async () => {
    for (const shown of [{ apiKey: key }, { authToken: key }]) {
      const client = await connect(saying("hi"), shown);
      expect((await client.messages.create(question)).content).toHaveLength(1);
      const both = { "x-api-key": "another", authorization: `Bearer ${key}` };
      expect((await send(running, "/v1/messages", question, both)).status).toBe(200);
      await running.endpoint.stop();
    }
    const stranger = await connect(saying("hi"), { apiKey: "wrong" });
    await expect(stranger.messages.create(question)).rejects.toMatchObject({
      status: 401,
      error: { error: { type: "authentication_error" } },
    });
  });

  test("as x-api-key opens nothing else", async () => {
    running = await startEndpoint(saying("hi"));
    const headers = { authorization: "", "x-api-key": key };
    expect((await send(running, "/v1/chat/completions", question, headers)).status).toBe(401);
    expect((await send(running, "/v1/messages", question, headers)).status).toBe(200);
  });
});
