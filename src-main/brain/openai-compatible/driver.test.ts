import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { event, startChatServer, stream } from "../testing/chat-server";
import { ask, assistant, textOf, user } from "../testing/real-brain";
import { callsOf, doneOf, onePixelPng, runDriver } from "../testing/run-driver";
import { OpenAiCompatible } from "./driver";

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of running.splice(0)) await end();
});

type Answer = (res: ServerResponse, path: string) => void | Promise<void>;
async function start(answer: Answer, options: { path?: string; key?: string; models?: string[] } = {}) {
  const server = await startChatServer((res, { path }) => answer(res, path));
  const driver = new OpenAiCompatible({
    id: "local",
    baseUrl: server.url + (options.path ?? "/v1"),
    key: () => options.key,
    models: () => options.models ?? ["small"],
  });
  await driver.start();
  running.push(
    () => driver.stop(),
    () => server.close(),
  );
  return { driver, server };
}
const says =
  (...pieces: (string | Buffer)[]): Answer =>
  async (res) => {
    await stream(res, pieces);
    res.end();
  };
const refuses =
  (status: number, body: unknown): Answer =>
  (res) =>
    void res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
const hello = ask([user("hello")], { model: "small", system: [] });
const words = [event({ role: "assistant", content: "" }), event({ content: "Привіт" }), event({ content: " 👋" })];
const end = [event({}, "stop"), "data: [DONE]\n\n"];

describe("an answer", () => {
  it("streams, with its reason and tokens", async () => {
    const usage = {
      prompt_tokens: 20,
      completion_tokens: 4,
      prompt_tokens_details: { cached_tokens: 16 },
      completion_tokens_details: { reasoning_tokens: 2 },
    };
    const { driver } = await start(
      says(...words, event({}, "length"), `data: ${JSON.stringify({ choices: [], usage })}\n\n`, "data: [DONE]\n\n"),
    );
    const events = await runDriver(driver, hello);
    expect(events.map(({ type }) => type)).toEqual(["accepted", "text", "text", "done"]);
    expect(textOf(events)).toBe("Привіт 👋");
    expect(doneOf(events)).toEqual({
      reason: "length",
      usage: { promptTokens: 20, completionTokens: 4, cachedTokens: 16, reasoningTokens: 2 },
    });
  });

  it("is read whole from bytes cut anywhere, with comments and any line ends", async () => {
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      const text = [": keep-alive\n\n", "event: message\n", ...words, ...end].join("").replaceAll("\n", lineEnd);
      const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
      const { driver } = await start(says(...bytes));
      expect(textOf(await runDriver(driver, hello))).toBe("Привіт 👋");
    }
  });

  it("needs no [DONE] after its reason, no reason before its [DONE], and no stream", async () => {
    const whole = { choices: [{ message: { role: "assistant", content: "Привіт 👋" }, finish_reason: "stop" }] };
    for (const answer of [
      says(...words, event({}, "stop")),
      says(...words, "data: [DONE]"),
      says(...words, `data: ${JSON.stringify({ choices: [{ delta: { content: 5 }, finish_reason: "stop" }] })}`),
      refuses(200, whole),
    ]) {
      const { driver } = await start(answer);
      const events = await runDriver(driver, hello);
      expect([textOf(events), doneOf(events)?.reason]).toEqual(["Привіт 👋", "stop"]);
    }
  });

  it("ends with [DONE], whether the server hangs up or not", async () => {
    const { driver, server } = await start((res) => stream(res, [...words, ...end]));
    expect(textOf(await runDriver(driver, hello))).toBe("Привіт 👋");
    await server.requests[0]?.aborted;
  });

  it("thinks aloud, under either name, for those who want to hear it", async () => {
    const { driver, server } = await start(
      says(event({ reasoning_content: "h" }), event({ reasoning: "m" }), ...words, ...end),
    );
    const heard = async (thinking: boolean) =>
      (await runDriver(driver, { ...hello, thinking }))
        .map((said) => (said.type === "thinking" ? said.text : ""))
        .join("");
    expect([await heard(true), await heard(false)]).toEqual(["hm", ""]);
    expect(server.requests.map(({ body }) => body["include_reasoning"])).toEqual([true, undefined]);
  });

  it("that is cancelled closes the connection and is no error", async () => {
    const { driver, server } = await start((res) => stream(res, words));
    const controller = new AbortController();
    const events = await runDriver(driver, hello, {
      signal: controller.signal,
      heard: ({ type }) => type === "text" && controller.abort(),
    });
    expect(doneOf(events)).toBeUndefined();
    await server.requests[0]?.aborted;
  });
});

describe("tool calls", () => {
  const call = (index: number | undefined, id: string | undefined, name: string | undefined, json: unknown) =>
    event({ tool_calls: [{ index, id, type: "function", function: { name, arguments: json } }] });
  const two = [
    { id: "a", name: "weather", arguments: '{"city":"Kyiv"}', ended: true },
    { id: "b", name: "now", arguments: "{}", ended: true },
  ];
  it.each([
    [
      "piece by piece",
      [
        call(0, "a", "weather", ""),
        call(0, undefined, undefined, '{"city":'),
        call(0, undefined, undefined, '"Kyiv"}'),
        call(1, "b", "now", ""),
      ],
    ],
    ["all with the index 0", [call(0, "a", "weather", '{"city":"Kyiv"}'), call(0, "b", "now", "{}")]],
    [
      "without an index, arguments as an object",
      [call(undefined, "a", "weather", { city: "Kyiv" }), call(undefined, "b", "now", {})],
    ],
    [
      "with the id and name repeated",
      [call(0, "a", "weather", '{"city":'), call(0, "a", "weather", '"Kyiv"}'), call(1, "b", "now", "{}")],
    ],
  ])("%s", async (_, pieces) => {
    // Some servers give the reason "stop" here.
    for (const reason of ["tool_calls", "stop"]) {
      const { driver } = await start(says(...pieces, event({}, reason), "data: [DONE]\n\n"));
      const events = await runDriver(driver, hello);
      expect(callsOf(events)).toEqual(two);
      expect(doneOf(events)?.reason).toBe("tool_calls");
    }
  });
});

describe("a request", () => {
  it("passes on roles, pictures, calls and bounds as they came", async () => {
    const { driver, server } = await start(says(...words, ...end), { key: "k" });
    const tool = { name: "weather", description: "Tells it", parameters: { type: "object", properties: {} } };
    await runDriver(driver, {
      ...ask([
        {
          role: "user",
          content: [
            { type: "text", text: "look" },
            { type: "image", mediaType: "image/png", data: onePixelPng },
            { type: "image_url", url: "https://example.com/a.png" },
            { type: "document", mediaType: "application/pdf", data: "JVBERi0=", name: "a.pdf" },
          ],
        },
        { role: "assistant", text: "", toolCalls: [{ id: "c1", name: "weather", arguments: '{ "a":1}' }] },
        { role: "tool", toolCallId: "c1", content: [{ type: "text", text: "5" }] },
        assistant("It is 5."),
        user("and now?"),
        user("quick!"),
      ]),
      model: "small",
      tools: [tool],
      toolChoice: { mode: "named", name: "weather" },
      parallelToolCalls: false,
      stop: ["END"],
      maxTokens: 9,
      effort: "low",
      json: { schema: { type: "object" } },
    });
    const { path, headers, body } = server.requests[0] ?? {};
    expect([path, headers?.authorization]).toEqual(["/v1/chat/completions", "Bearer k"]);
    expect(body).toEqual({
      model: "small",
      stream: true,
      stream_options: { include_usage: true },
      messages: [
        { role: "system", content: "Be brief." },
        {
          role: "user",
          content: [
            { type: "text", text: "look" },
            { type: "image_url", image_url: { url: `data:image/png;base64,${onePixelPng}` } },
            { type: "image_url", image_url: { url: "https://example.com/a.png" } },
            { type: "file", file: { filename: "a.pdf", file_data: "data:application/pdf;base64,JVBERi0=" } },
          ],
        },
        {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "c1", type: "function", function: { name: "weather", arguments: '{ "a":1}' } }],
        },
        { role: "tool", tool_call_id: "c1", content: "5" },
        { role: "assistant", content: "It is 5." },
        { role: "user", content: "and now?" },
        { role: "user", content: "quick!" },
      ],
      tools: [{ type: "function", function: tool }],
      tool_choice: { type: "function", function: { name: "weather" } },
      parallel_tool_calls: false,
      stop: ["END"],
      max_tokens: 9,
      reasoning_effort: "low",
      response_format: { type: "json_schema", json_schema: { name: "answer", schema: { type: "object" } } },
    });
  });

  it("goes where Open WebUI listens, without a key where none is set", async () => {
    const { driver, server } = await start(says(...words, ...end), { path: "/api/" });
    await runDriver(driver, hello);
    expect(server.requests[0]?.path).toBe("/api/chat/completions");
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe("failures", () => {
  const openAi = (message: string, code: string | null = null) => ({
    error: { message, type: "x", param: null, code },
  });
  it.each([
    [401, openAi("Incorrect API key"), "backend_auth"],
    [404, openAi('model "small" not found, try pulling it first'), "model_not_found"],
    [404, { detail: "Not Found" }, "backend_unavailable"],
    [400, openAi("too many", "context_length_exceeded"), "context_too_long"],
    [400, { error: "bad field" }, "invalid_request"],
    [422, { detail: [{ loc: ["body"], msg: "field required" }] }, "invalid_request"],
    [429, openAi("slow down"), "rate_limited"],
    [503, { message: "loading model" }, "overloaded"],
    [500, "<html>", "upstream_failed"],
  ])("%i %j is %s", async (status, body, kind) => {
    const { driver } = await start(refuses(status, body));
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ name: "BrainError", kind });
  });

  it.each([
    ["an error event", [...words, `data: ${JSON.stringify(openAi("it broke"))}\n\n`], "upstream_failed", /it broke/],
    [
      "an error event with a status",
      [`data: ${JSON.stringify({ error: { message: "wait", code: 429 } })}\n\n`],
      "rate_limited",
      /wait/,
    ],
    ["an end before the reason", words, "upstream_failed", /broke off/],
    ["an end inside an event", [...words, 'data: {"choices":[{"del'], "upstream_failed", /unexpected/],
  ])("%s in the middle of the stream", async (_, pieces, kind, message) => {
    const { driver } = await start(says(...pieces));
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  });

  it("a connection that breaks", async () => {
    const { driver } = await start(async (res) => {
      await stream(res, words);
      res.destroy();
    });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "upstream_failed" });
  });

  it("a stopped driver ends its turns and takes no others", async () => {
    const { driver } = await start((res) => stream(res, words));
    const heard = ({ type }: { type: string }) => type === "text" && void driver.stop();
    await expect(runDriver(driver, hello, { heard })).rejects.toMatchObject({ kind: "stopped" });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "stopped" });
  });

  it("an address that is not set is asked for", async () => {
    const driver = new OpenAiCompatible({ id: "local", baseUrl: "", key: () => undefined, models: () => ["small"] });
    running.push(() => driver.stop());
    await driver.start();
    expect(driver.state()).toMatchObject({ state: "error", reason: "no address" });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "backend_unavailable" });
  });

  it("a server that is gone shows in the state, and that it is back too", async () => {
    const gone = await startChatServer(() => {});
    await gone.close();
    const driver = new OpenAiCompatible({
      id: "local",
      baseUrl: `${gone.url}/v1`,
      key: () => undefined,
      models: () => ["small"],
    });
    running.push(() => driver.stop());
    await driver.start();
    expect(driver.state()).toEqual({ state: "ready" });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({
      kind: "upstream_failed",
      message: expect.stringContaining("ECONNREFUSED"),
    });
    expect(driver.state()).toMatchObject({ state: "error", reason: "cannot be reached" });
    const ready = new Promise<void>((resolve) => {
      driver.onState(() => driver.state().state === "ready" && resolve());
    });
    const back = await startChatServer((res) => refuses(404, {})(res, ""), Number(new URL(gone.url).port));
    running.push(() => back.close());
    await ready;
  });
});

describe("models", () => {
  const lists = (res: ServerResponse, path: string) =>
    path === "/v1/models"
      ? refuses(200, { object: "list", data: [{ id: "a" }, { id: "b", name: "Bee" }, {}] })(res, path)
      : says(...words, ...end)(res, path);

  it("are those that the server lists where none were chosen", async () => {
    const { driver } = await start(lists, { models: [] });
    expect(driver.models()).toEqual([{ id: "a" }, { id: "b", displayName: "Bee" }]);
    expect(driver.state()).toEqual({ state: "ready" });
  });

  it("that were chosen need no question to the server", async () => {
    const { driver, server } = await start(lists);
    expect(driver.models()).toEqual([{ id: "small" }]);
    expect(server.requests).toEqual([]);
  });

  it("that cannot be listed are an error with words, asked for again until they can", async () => {
    let up = false;
    const { driver } = await start((res, path) => (up ? lists(res, path) : refuses(500, openAiError)(res, path)), {
      models: [],
    });
    expect(driver.state()).toMatchObject({ state: "error", reason: "lists no models" });
    const ready = new Promise<void>((resolve) => {
      driver.onState(() => driver.state().state === "ready" && resolve());
    });
    up = true;
    await ready;
    expect(driver.models().map(({ id }) => id)).toEqual(["a", "b"]);
  });
  const openAiError = { error: { message: "not yet" } };
});
