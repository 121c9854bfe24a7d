import OpenAI from "openai";
import { afterEach, expect, test } from "vitest";
import { BrainError } from "../brain/turn";
import { cancelled, done, hanging, type Script, saying } from "./testing/fake-brain";
import { key, model, startEndpoint, type TestEndpoint } from "./testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());
const connect = async (script: Script, apiKey = key) => {
  running = await startEndpoint(script);
  return new OpenAI({ baseURL: running.baseUrl, apiKey });
};
const messages = [{ role: "user" as const, content: "Привіт 👋" }];

test("streams words and usage", async () => {
  const client = await connect(saying("Доброго", " дня", " 🌞"));
  const stream = await client.chat.completions.create({
    model,
    messages,
    stream: true,
    stream_options: { include_usage: true },
  });
  const words: string[] = [];
  let total: number | undefined;
  for await (const chunk of stream) {
    const word = chunk.choices[0]?.delta.content;
    if (word) words.push(word);
    total = chunk.usage?.total_tokens ?? total;
  }
  expect(words).toEqual(["Доброго", " дня", " 🌞"]);
  expect(total).toBe(17);
  expect(running.brain.requests[0]?.messages[0]).toMatchObject({ content: [{ text: "Привіт 👋" }] });
});

test("runs a tool through its helper", async () => {
  const client = await connect(async function* ({ messages: history }) {
    const last = history.at(-1);
    if (last?.role === "tool") yield { type: "text", text: `It is ${JSON.stringify(last.content)}` };
    else {
      yield { type: "tool_begin", index: 0, id: "call_1", name: "weather" };
      yield { type: "tool_arguments", index: 0, text: '{"city":"Львів"}' };
      yield { type: "tool_end", index: 0 };
    }
    yield done(last?.role === "tool" ? "stop" : "tool_calls");
  });
  const runner = client.chat.completions.runTools({
    model,
    messages,
    stream: true,
    tools: [
      {
        type: "function",
        function: {
          name: "weather",
          parse: JSON.parse,
          function: ({ city }: { city: string }) => `sunny in ${city}`,
          description: "The weather of a city",
          parameters: { type: "object", properties: { city: { type: "string" } } },
        },
      },
    ],
  });
  expect(await runner.finalContent()).toContain("sunny in Львів");
});

test("parses an answer in one piece", async () => {
  const client = await connect(saying('{"ok":', "true}"));
  const answer = await client.chat.completions.parse({ model, messages, response_format: { type: "json_object" } });
  expect(answer.choices[0]?.message.content).toBe('{"ok":true}');
  expect(running.brain.requests[0]?.json).toEqual({});
});

test("raises its own errors, once where trying again is useless", async () => {
  const client = await connect(async function* () {
    yield { type: "accepted", backend: "fake", warm: "cold" };
    throw new BrainError("auth_expired", "Run `claude auth login`.");
  });
  const refused = client.chat.completions.create({ model, messages });
  await expect(refused).rejects.toMatchObject({ status: 503, code: "claude_not_logged_in" });
  expect(running.brain.requests).toHaveLength(1);
  await running.endpoint.stop();
  const stranger = await connect(saying("hi"), "wrong");
  await expect(stranger.models.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
});

test("raises an error that comes in the middle", async () => {
  const client = await connect(async function* () {
    yield { type: "text", text: "Once" };
    throw new BrainError("overloaded", "Claude is overloaded.");
  });
  const words: unknown[] = [];
  const read = async () => {
    const stream = await client.chat.completions.create({ model, messages, stream: true });
    for await (const chunk of stream) words.push(chunk.choices[0]?.delta.content);
  };
  await expect(read()).rejects.toMatchObject({ message: expect.stringContaining("Claude is overloaded.") });
  expect(words).toEqual(["", "Once"]);
});

test("its abort cancels the turn", async () => {
  const client = await connect(hanging("Once"));
  const stream = await client.chat.completions.create({ model, messages, stream: true });
  for await (const chunk of stream) if (chunk.choices[0]?.delta.content === "Once") break;
  await cancelled(running.brain.signals[0] as AbortSignal);
});

test("lists models", async () => {
  const client = await connect(saying());
  const names: string[] = [];
  for await (const each of client.models.list()) names.push(each.id);
  expect(names).toContain(model);
  await expect(client.models.retrieve("gpt-4o")).rejects.toBeInstanceOf(OpenAI.NotFoundError);
});
