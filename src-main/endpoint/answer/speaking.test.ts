import { afterEach, expect, test } from "vitest";
import type { Settings } from "../../../src-shared/settings";
import type { TurnEvent } from "../../brain/turn";
import { readEvents, send } from "../testing/events";
import { done, playing } from "../testing/fake-brain";
import { model, startEndpoint, type TestEndpoint } from "../testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());

const speaks: TurnEvent[] = [
  { type: "tool_begin", index: 0, id: "c1", name: "send_message" },
  { type: "tool_arguments", index: 0, text: '{"to":"Al","message":"\\u041fр\\ud8' },
  { type: "tool_arguments", index: 0, text: '3d\\udc4b","text":"no"}' },
  { type: "tool_end", index: 0 },
  done("tool_calls"),
];
const parameters = { type: "object" };
const tools = [{ type: "function", function: { name: "send_message", parameters } }];
const messages = [{ role: "user", content: "hi" }];

async function chat(body: Record<string, unknown>, endpoint: Partial<Settings["endpoint"]> = {}) {
  running = await startEndpoint(playing(...speaks), { settings: { endpoint } });
  return send(running, "/v1/chat/completions", { model, messages, tools, ...body });
}

test("a tool that a request names speaks the answer", async () => {
  const answer = await chat({ stream: true, x_speak_tool: "send_message" });
  const text = (await answer.text()).replace("data: [DONE]\n\n", "");
  const choices = readEvents(text).map(({ data }) => data.choices[0]);
  expect(choices.map(({ delta }) => delta)).toEqual([
    { role: "assistant", content: "" },
    { content: "Пр" },
    { content: "👋" },
    {},
  ]);
  expect(choices.at(-1).finish_reason).toBe("stop");
});

test("in one piece too, and by another argument", async () => {
  const answer = await (await chat({ x_speak_tool: "send_message", x_speak_argument: "to" })).json();
  expect(answer.choices[0]).toMatchObject({ message: { content: "Al" }, finish_reason: "stop" });
  expect(answer.choices[0].message.tool_calls).toBeUndefined();
});

test("the settings can name it, and a request can do without", async () => {
  const settings = { speakTool: "send_message" };
  const spoken = await (await chat({}, settings)).json();
  expect(spoken.choices[0].message.content).toBe("Пр👋");
  await running.endpoint.stop();
  for (const body of [{ x_speak_tool: "" }, { x_speak_tool: "other" }]) {
    const answer = await (await chat(body, settings)).json();
    expect(answer.choices[0]).toMatchObject({ message: { tool_calls: [{ id: "c1" }] }, finish_reason: "tool_calls" });
    await running.endpoint.stop();
  }
});

test("a response can be spoken as well", async () => {
  running = await startEndpoint(playing(...speaks));
  const body = {
    model,
    input: "hi",
    tools: [{ type: "function", name: "send_message", parameters }],
    x_speak_tool: "send_message",
  };
  const answer = await (await send(running, "/v1/responses", body)).json();
  expect(answer.output).toMatchObject([{ type: "message", content: [{ text: "Пр👋" }] }]);
});

test("steps show as comments between the words, and the finish comes once", async () => {
  running = await startEndpoint(
    playing({ type: "step" }, { type: "text", text: "a" }, { type: "step" }, { type: "text", text: "b" }, done()),
  );
  const text = await (await send(running, "/v1/chat/completions", { model, messages, stream: true })).text();
  const shown = text
    .split("\n\n")
    .map((block) => /^: .*|"content":"\w+"|"finish_reason":"\w+"|\[DONE\]/.exec(block)?.[0]);
  expect(shown.filter(Boolean)).toEqual([
    '"content":"a"',
    ": step",
    '"content":"b"',
    '"finish_reason":"stop"',
    "[DONE]",
  ]);
});
