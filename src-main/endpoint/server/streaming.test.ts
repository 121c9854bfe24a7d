import { afterEach, expect, test } from "vitest";
import { BrainError } from "../../brain/turn";
import { accepted, cancelled, done, playing, type Script, saying } from "../testing/fake-brain";
import { chatBytes, startEndpoint, type TestEndpoint, unchunk, Wire } from "../testing/test-endpoint";

let running: TestEndpoint | undefined;
afterEach(() => running?.endpoint.stop());

/** What a client reads for a request, and its events as JSON. */
async function ask(script: Script, body: Record<string, unknown> = {}) {
  running = await startEndpoint(script);
  const wire = new Wire(running.port).send(chatBytes(running.port, { stream: true, ...body }, ["Connection: close"]));
  const answer = await wire.end();
  const text = unchunk(answer);
  const events = text
    .split("\n\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice(6)));
  const deltas = events.flatMap((event) => event.choices ?? []).map((choice) => choice.delta);
  return { answer, text, events, deltas, pieces: wire.pieces };
}

test("a streamed answer is, byte for byte, what clients expect", async () => {
  const { answer, text } = await ask(saying("Привет", " 👋"), { stream_options: { include_usage: true } });
  const head = answer.slice(0, answer.indexOf("\r\n\r\n")).toLowerCase();
  expect(head).toContain("http/1.1 200 ok");
  expect(head).toContain("content-type: text/event-stream; charset=utf-8");
  expect(head).toContain("cache-control: no-cache");
  expect(head).toContain("x-brainstem-backend: fake");
  expect(head).toMatch(/x-request-id: req_[\w-]+/);
  const same = text.replace(/"id":"chatcmpl-[\w-]{36}"/g, '"id":"ID"').replace(/"created":\d{10},/g, '"created":1,');
  const shared = '{"id":"ID","object":"chat.completion.chunk","created":1,"model":"claude-sonnet-4-6","choices":[';
  const chunk = (delta: string) =>
    `data: ${shared}{"index":0,"delta":${delta},"logprobs":null,"finish_reason":null}],"usage":null}\n\n`;
  expect(same).toBe(
    [
      chunk('{"role":"assistant","content":""}'),
      chunk('{"content":"Привет"}'),
      chunk('{"content":" 👋"}'),
      `data: ${shared}{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}\n\n`,
      `data: ${shared}],"usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,`,
      '"prompt_tokens_details":{"cached_tokens":8},"completion_tokens_details":{"reasoning_tokens":2}}}\n\n',
      "data: [DONE]\n\n",
    ].join(""),
  );
  expect(new Set([...text.matchAll(/"id":"([^"]+)"/g)].map((match) => match[1])).size).toBe(1);
});

test("usage is told only where it was asked for", async () => {
  const { text } = await ask(saying("hi"));
  expect(text).not.toContain("usage");
});

test("no byte leaves before the first word, and the role comes with it", async () => {
  let speak = () => {};
  const silence = new Promise<void>((resolve) => {
    speak = resolve;
  });
  running = await startEndpoint(async function* () {
    yield accepted;
    await silence;
    yield { type: "text", text: "now" };
    yield done();
  });
  const wire = new Wire(running.port).send(chatBytes(running.port, { stream: true }));
  await running.brain.asked();
  expect(wire.text).toBe("");
  speak();
  await wire.until("[DONE]");
  const first = wire.pieces.find((piece) => piece.includes("delta"));
  expect(first).toContain('"role":"assistant"');
  expect(first).toContain('"content":"now"');
});

test("each word arrives before the next one is thought of", async () => {
  const steps: (() => void)[] = [];
  running = await startEndpoint(async function* () {
    for (const text of ["one", "two", "three"]) {
      yield { type: "text", text };
      await new Promise<void>((resolve) => steps.push(resolve));
    }
    yield done();
  });
  const wire = new Wire(running.port).send(chatBytes(running.port, { stream: true }));
  for (const word of ["one", "two", "three"]) {
    expect(await wire.until(`"${word}"`)).toContain(`"${word}"`);
    expect(wire.text).not.toContain("[DONE]");
    steps.shift()?.();
  }
  expect(await wire.until("[DONE]")).toContain("[DONE]");
});

test("a character is never split between two chunks", async () => {
  const { deltas } = await ask(saying("a\ud83d", "\udc4b", "\ud83d", "\ude00b", "end\ud83d"));
  const pieces = deltas.flatMap((delta) => (delta.content ? [delta.content] : []));
  expect(pieces).toEqual(["a", "👋", "😀b", "end", "\ufffd"]);
});

test("tool calls stream with the client's names, one entry a chunk", async () => {
  const { deltas, events } = await ask(
    playing(
      { type: "text", text: "Let me see." },
      { type: "tool_begin", index: 1, id: "call_1", name: "weather" },
      { type: "tool_arguments", index: 1, text: '{"city":' },
      { type: "tool_arguments", index: 1, text: '"Київ"}' },
      { type: "tool_end", index: 1 },
      { type: "tool_begin", index: 2, id: "call_2", name: "time" },
      { type: "tool_end", index: 2 },
      done("tool_calls"),
    ),
  );
  expect(deltas.slice(2, -1).map((delta) => delta.tool_calls)).toEqual([
    [{ index: 0, id: "call_1", type: "function", function: { name: "weather", arguments: "" } }],
    [{ index: 0, function: { arguments: '{"city":' } }],
    [{ index: 0, function: { arguments: '"Київ"}' } }],
    [{ index: 1, id: "call_2", type: "function", function: { name: "time", arguments: "" } }],
    [{ index: 1, function: { arguments: "{}" } }],
  ]);
  expect(events.filter((event) => event.choices[0]?.finish_reason)).toHaveLength(1);
  expect(events.at(-1).choices[0]).toMatchObject({ delta: {}, finish_reason: "tool_calls" });
});

test("thinking is told only to those who ask for it", async () => {
  const thinker = playing({ type: "thinking", text: "hmm" }, { type: "text", text: "yes" }, done());
  expect((await ask(thinker)).text).not.toContain("hmm");
  await running?.endpoint.stop();
  const { deltas } = await ask(thinker, { include_reasoning: true });
  expect(deltas.map((delta) => delta.reasoning_content ?? delta.content)).toEqual(["", "hmm", "yes", undefined]);
});

test("an answer of no words still has a role, one finish and an end", async () => {
  const { deltas, text } = await ask(saying());
  expect(deltas).toEqual([{ role: "assistant", content: "" }, {}]);
  expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
});

test("a failure after the first word is an error event without a proper end", async () => {
  const { answer, text, events } = await ask(async function* () {
    yield { type: "text", text: "Once" };
    throw new BrainError("overloaded", "Claude is overloaded.");
  });
  expect(events.at(-1)).toEqual({
    error: { message: "Claude is overloaded.", type: "server_error", param: null, code: "overloaded" },
  });
  expect(text).not.toContain("[DONE]");
  expect(answer.endsWith("0\r\n\r\n")).toBe(false);
});

test("a turn that just ends is no whole answer", async () => {
  const { events, text } = await ask(playing({ type: "text", text: "Once" }));
  expect(events.at(-1).error.code).toBe("upstream_failed");
  expect(text).not.toContain("[DONE]");
});

test("the brain has finished the turn before the client hears of the end", async () => {
  let finished = false;
  let cancelledAtAll = false;
  running = await startEndpoint(async function* (_, signal) {
    void cancelled(signal).then(() => {
      cancelledAtAll = true;
    });
    yield { type: "text", text: "hi" };
    yield done();
    await new Promise(setImmediate);
    finished = true;
  });
  const wire = new Wire(running.port).send(chatBytes(running.port, { stream: true }));
  await wire.until("[DONE]");
  expect(finished).toBe(true);
  wire.socket.destroy();
  await running.endpoint.stop();
  expect(cancelledAtAll).toBe(false);
});

test("a silent stream is kept open by comments", async () => {
  running = await startEndpoint(
    async function* (_, signal) {
      yield { type: "text", text: "wait" };
      await cancelled(signal);
    },
    { limits: { commentMs: 20 } },
  );
  const wire = new Wire(running.port).send(chatBytes(running.port, { stream: true }));
  expect(await wire.until(": keep-alive\n\n")).toContain(": keep-alive\n\n");
  wire.socket.destroy();
});

test("an answer in one piece has the text, the calls and the real usage", async () => {
  running = await startEndpoint(
    playing(
      accepted,
      { type: "thinking", text: "hmm" },
      { type: "text", text: "По" },
      { type: "text", text: "года" },
      { type: "tool_begin", index: 0, id: "c1", name: "weather" },
      { type: "tool_arguments", index: 0, text: '{"a":1}' },
      { type: "tool_end", index: 0 },
      done("tool_calls"),
    ),
  );
  const wire = new Wire(running.port).send(chatBytes(running.port, {}, ["Connection: close"]));
  const answer = await wire.end();
  expect(answer).toContain("x-brainstem-backend: fake");
  expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4))).toMatchObject({
    object: "chat.completion",
    model: "claude-sonnet-4-6",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: "Погода",
          tool_calls: [{ id: "c1", type: "function", function: { name: "weather", arguments: '{"a":1}' } }],
        },
        finish_reason: "tool_calls",
      },
    ],
    usage: { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17, prompt_tokens_details: { cached_tokens: 8 } },
  });
  expect(answer).not.toContain("hmm");
});
