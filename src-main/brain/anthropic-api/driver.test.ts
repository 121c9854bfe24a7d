import { afterEach, describe, expect, it } from "vitest";
import type { Reply, Respond } from "../../demo/messages-api";
import { type StandIn, startStandIn } from "../../demo/stand-in";
import { ask, assistant, textOf, user } from "../testing/real-brain";
import { callsOf, doneOf, onePixelPng, runDriver, userWithFiles } from "../testing/run-driver";
import { AnthropicApi } from "./driver";

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of running.splice(0)) await end();
});

async function start(respond: Respond | Reply, key: string | undefined = "sk-test"): Promise<[AnthropicApi, StandIn]> {
  const upstream = await startStandIn({ respond: typeof respond === "function" ? respond : () => respond });
  const driver = new AnthropicApi({
    id: "my-key",
    key: () => key || undefined,
    baseUrl: upstream.url,
    models: () => ["claude-sonnet-4-6"],
  });
  await driver.start();
  running.push(
    () => driver.stop(),
    () => upstream.close(),
  );
  return [driver, upstream];
}
const hello = ask([user("hello")]);
const weather = { name: "weather", description: "Tells it", parameters: { type: "object", properties: {} } };

describe("an answer of the Messages API", () => {
  it("streams, with the tokens and the reason as the API told them", async () => {
    const usage = { input_tokens: 5, cache_read_input_tokens: 90, cache_creation_input_tokens: 3, output_tokens: 7 };
    const [driver] = await start({ steps: [{ text: "Привіт " }, { text: "👋" }], usage });
    const events = await runDriver(driver, hello);
    expect(events.map((event) => event.type)).toEqual(["accepted", "text", "text", "done"]);
    expect(events[0]).toMatchObject({ backend: "my-key" });
    expect(textOf(events)).toBe("Привіт 👋");
    expect(doneOf(events)).toEqual({
      reason: "stop",
      usage: { promptTokens: 98, cachedTokens: 90, completionTokens: 7, reasoningTokens: 0 },
    });
  });

  it.each([
    ["max_tokens", "length"],
    ["refusal", "content_filter"],
    ["stop_sequence", "stop"],
  ])("that ends with %s ended for %s", async (stopReason, reason) => {
    const [driver] = await start({ steps: [{ text: "x" }], stopReason });
    expect(doneOf(await runDriver(driver, hello))?.reason).toBe(reason);
  });

  it("thinks aloud only for those who want to hear it", async () => {
    const [driver] = await start({ steps: [{ thinking: "hm" }, { text: "x" }] });
    const types = async (thinking: boolean) =>
      (await runDriver(driver, { ...hello, thinking })).map((event) => event.type);
    expect(await types(true)).toContain("thinking");
    expect(await types(false)).not.toContain("thinking");
  });

  it("calls the client's tools, one without arguments too", async () => {
    const [driver] = await start({
      steps: [
        { text: "Let me see." },
        { tool: "weather", id: "toolu_1", input: ['{"ci', 'ty":"Kyiv"}'] },
        { tool: "now", id: "toolu_2", input: [] },
      ],
    });
    const events = await runDriver(driver, { ...hello, tools: [weather, { ...weather, name: "now" }] });
    expect(callsOf(events)).toEqual([
      { id: "toolu_1", name: "weather", arguments: '{"city":"Kyiv"}', ended: true },
      { id: "toolu_2", name: "now", arguments: "{}", ended: true },
    ]);
    expect(doneOf(events)?.reason).toBe("tool_calls");
  });

  it("that has to be JSON is the JSON alone", async () => {
    const [driver, upstream] = await start({ steps: [{ tool: "json_answer", id: "t", input: ['{"a":', "1}"] }] });
    const schema = { type: "object", properties: { a: { type: "integer" } } };
    const events = await runDriver(driver, { ...hello, json: { schema } });
    expect(textOf(events)).toBe('{"a":1}');
    expect(doneOf(events)?.reason).toBe("stop");
    expect(upstream.requests[0]?.body).toMatchObject({
      tools: [{ input_schema: schema }],
      tool_choice: { type: "tool", name: "json_answer" },
    });
  });

  it("ends at a blank stop text, which the API would refuse", async () => {
    const [driver, upstream] = await start({ steps: [{ text: "one\n" }, { text: "\ntwo" }, { hang: true }] });
    const events = await runDriver(driver, { ...hello, stop: ["\n\n", "END"] });
    expect(textOf(events)).toBe("one");
    expect(doneOf(events)?.reason).toBe("stop");
    expect(upstream.requests[0]?.body["stop_sequences"]).toEqual(["END"]);
    await upstream.requests[0]?.aborted;
  });

  it("that is cancelled closes the connection and is no error", async () => {
    const [driver, upstream] = await start({ steps: [{ text: "one" }, { hang: true }] });
    const controller = new AbortController();
    const events = await runDriver(driver, hello, {
      signal: controller.signal,
      heard: (event) => event.type === "text" && controller.abort(),
    });
    expect(doneOf(events)).toBeUndefined();
    await upstream.requests[0]?.aborted;
  });
});

describe("a request to the Messages API", () => {
  it("carries real roles, pictures, tool results and the caller's bounds, and marks what to cache", async () => {
    const [driver, upstream] = await start({ steps: [{ text: "x" }] });
    await runDriver(driver, {
      ...ask([
        userWithFiles,
        { role: "assistant", text: "Let me see.", toolCalls: [{ id: "c1", name: "weather", arguments: '{"a":1}' }] },
        { role: "tool", toolCallId: "c1", content: [{ type: "text", text: "5" }] },
        assistant("It is 5."),
        user("and now?"),
      ]),
      system: ["Be brief.", "Be kind."],
      tools: [weather],
      parallelToolCalls: false,
      maxTokens: 100,
    });
    const mark = { cache_control: { type: "ephemeral" } };
    const { headers, body } = upstream.requests[0] ?? {};
    expect(headers?.authorization).toBe("Bearer sk-test");
    expect(body).toMatchObject({ max_tokens: 100, tool_choice: { type: "auto", disable_parallel_tool_use: true } });
    expect(body?.thinking).toBeUndefined();
    expect(body?.system).toEqual([
      { type: "text", text: "Be brief." },
      { type: "text", text: "Be kind.", ...mark },
    ]);
    expect(body?.messages).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "look" },
          { type: "image", source: { type: "base64", media_type: "image/png", data: onePixelPng } },
          { type: "image", source: { type: "url", url: "https://example.com/a.png" } },
          {
            type: "document",
            source: { type: "base64", media_type: "application/pdf", data: "JVBERi0=" },
            title: "a.pdf",
          },
        ],
      },
      {
        role: "assistant",
        content: [
          { type: "text", text: "Let me see." },
          { type: "tool_use", id: "c1", name: "weather", input: { a: 1 } },
        ],
      },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "c1", content: [{ type: "text", text: "5" }] }] },
      { role: "assistant", content: [{ type: "text", text: "It is 5." }] },
      { role: "user", content: [{ type: "text", text: "and now?", ...mark }] },
    ]);
  });

  it.each([
    ["claude-haiku-4-5", { type: "enabled", budget_tokens: 8192 }],
    ["claude-opus-4-1-20250805", { type: "enabled", budget_tokens: 8192 }],
    ["claude-sonnet-4-6", { type: "adaptive", display: "omitted" }],
    ["claude-opus-5-5", { type: "adaptive", display: "omitted" }],
  ])("asks %s to think in its own terms", async (model, thinking) => {
    const [driver, upstream] = await start({ steps: [{ text: "x" }] });
    await runDriver(driver, { ...hello, model, effort: "medium" });
    expect(upstream.requests[0]?.body["thinking"]).toEqual(thinking);
  });
});

describe("failures", () => {
  it.each([
    [{ status: 401, errorType: "authentication_error", message: "invalid x-api-key" }, "backend_auth"],
    [{ status: 429, errorType: "rate_limit_error" }, "rate_limited"],
    [{ status: 529 }, "overloaded"],
    [{ status: 500 }, "upstream_failed"],
    [{ status: 404, errorType: "not_found_error", message: "model: nope" }, "backend_unavailable"],
    [{ status: 400, errorType: "invalid_request_error", message: "prompt is too long: 9 > 8" }, "context_too_long"],
    [{ status: 400, errorType: "invalid_request_error", message: "no such thing" }, "invalid_request"],
    [{ steps: [{ text: "one" }, { cut: true }] }, "upstream_failed"],
  ] as [Reply, string][])("%j is %s, asked once", async (reply, kind) => {
    const [driver, upstream] = await start(reply);
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ name: "BrainError", kind });
    expect(upstream.requests).toHaveLength(1);
  });

  it("says which key to set where when there is none, and goes on once it is set", async () => {
    let key: string | undefined;
    const upstream = await startStandIn({ respond: () => ({ steps: [{ text: "x" }] }) });
    const driver = new AnthropicApi({ id: "my-key", key: () => key, baseUrl: upstream.url, models: () => [] });
    running.push(
      () => driver.stop(),
      () => upstream.close(),
    );
    await driver.start();
    expect(driver.state()).toMatchObject({ state: "error", reason: "no API key" });
    expect(driver.state().help).toContain('"my-key"');
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "backend_auth" });
    const ready = new Promise<void>((resolve) => {
      driver.onState(() => driver.state().state === "ready" && resolve());
    });
    key = "sk-test";
    await ready;
    expect(textOf(await runDriver(driver, hello))).toBe("x");
  });

  it("shows a refused key in the state, and no longer when it was accepted", async () => {
    let status: number | undefined = 401;
    const [driver] = await start(() => (status ? { status } : { steps: [{ text: "x" }] }));
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "backend_auth" });
    expect(driver.state()).toMatchObject({ state: "error", reason: "the key was refused" });
    status = undefined;
    await runDriver(driver, hello);
    expect(driver.state()).toEqual({ state: "ready" });
  });

  it("a stopped one refuses turns", async () => {
    const [driver] = await start({ steps: [] });
    await driver.stop();
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "stopped" });
  });
});
