import { describe, expect, test } from "vitest";
import { parseChatRequest } from "./request";
import { toTurn } from "./turn-request";

const hello = { role: "user", content: "hello" };
const read = (body: Record<string, unknown>) =>
  toTurn(parseChatRequest({ model: "claude-sonnet-4-6", messages: [hello], ...body }), {
    model: "claude-haiku-4-5",
    imageUrls: false,
    userAgent: "Agent/1.0",
  });
const readMessages = (messages: unknown[]) => {
  const { system, messages: history } = read({ messages });
  return { system, history };
};
const said = (text: string) => ({ role: "user", content: [{ type: "text", text }] });

describe("histories that clients send", () => {
  test("leading instructions are the system prompt; later ones speak in their place", () => {
    expect(
      readMessages([
        { role: "system", content: "Be brief." },
        {
          role: "developer",
          content: [
            { type: "text", text: "Speak " },
            { type: "text", text: "Ukrainian." },
          ],
        },
        hello,
        { role: "assistant", content: "Привіт" },
        { role: "developer", content: "The tool says 5." },
      ]),
    ).toEqual({
      system: ["Be brief.", "Speak Ukrainian."],
      history: [said("hello"), { role: "assistant", text: "Привіт", toolCalls: [] }, said("The tool says 5.")],
    });
  });

  test("instructions alone: the last one is answered", () => {
    expect(readMessages([{ role: "system", content: "Greet the caller." }])).toEqual({
      system: [],
      history: [said("Greet the caller.")],
    });
    const two = [
      { role: "system", content: "You are kind." },
      { role: "developer", content: "Greet the caller." },
    ];
    expect(readMessages(two)).toEqual({ system: ["You are kind."], history: [said("Greet the caller.")] });
  });

  test("several users in a row stay apart, an unsaid answer is left out", () => {
    const asked = [hello, { role: "assistant", content: null }, hello, { role: "assistant" }, hello];
    expect(readMessages(asked).history).toEqual([said("hello"), said("hello"), said("hello")]);
  });

  test("tool calls and their results, in parallel and without content", () => {
    const call = (id: string) => ({ id, type: "function", function: { name: "weather", arguments: '{ "a":1}' } });
    const { history } = readMessages([
      hello,
      { role: "assistant", tool_calls: [call("a")] },
      { role: "tool", tool_call_id: "a", content: "CANCELLED" },
      { role: "assistant", content: "", tool_calls: [call("b")] },
      { role: "tool", tool_call_id: "b", content: [{ type: "text", text: "5" }] },
    ]);
    const heard = (id: string) => ({
      role: "assistant",
      text: "",
      toolCalls: [{ id, name: "weather", arguments: '{ "a":1}' }],
    });
    expect(history.slice(1)).toEqual([
      heard("a"),
      { role: "tool", toolCallId: "a", content: [{ type: "text", text: "CANCELLED" }] },
      heard("b"),
      { role: "tool", toolCallId: "b", content: [{ type: "text", text: "5" }] },
    ]);
  });

  test("pictures as data URLs", () => {
    const url = (kind: string) => ({
      type: "image_url",
      image_url: { url: `data:image/${kind};base64,aGk=`, detail: "low" },
    });
    const content = [{ type: "text", text: "look" }, url("png"), url("jpg"), url("webp"), url("gif")];
    expect(readMessages([{ role: "user", content }]).history[0]).toMatchObject({
      content: [
        { type: "text", text: "look" },
        { type: "image", mediaType: "image/png", data: "aGk=" },
        { mediaType: "image/jpeg" },
        { mediaType: "image/webp" },
        { mediaType: "image/gif" },
      ],
    });
  });

  test("files: a PDF as it is, text by its name and words", () => {
    const file = (filename: string | undefined, file_data: string) => ({ type: "file", file: { filename, file_data } });
    const content = [
      file("a.pdf", "data:application/pdf;base64,JVBERi0xLjQK"),
      file(undefined, "data:application/pdf;base64,JVBERi0xLjQK"),
      file("a.csv", `data:text/csv;charset=utf-8;base64,${Buffer.from("Привіт;1").toString("base64")}`),
    ];
    const pdf = { type: "document", mediaType: "application/pdf", data: "JVBERi0xLjQK" };
    expect(readMessages([{ role: "user", content }]).history[0]).toEqual({
      role: "user",
      content: [
        { ...pdf, name: "a.pdf" },
        { ...pdf, name: "document.pdf" },
        { type: "text", text: "File “a.csv”:\n\n```csv\nПривіт;1\n```" },
      ],
    });
  });

  test("a picture of many megabytes", () => {
    const data = "A".repeat(24_000_000);
    const content = [{ type: "image_url", image_url: { url: `data:image/png;base64,${data}` } }];
    expect(readMessages([{ role: "user", content }]).history[0]).toMatchObject({ content: [{ data }] });
  });
});

describe("options", () => {
  test("what is not sent has plain defaults", () => {
    expect(read({})).toEqual({
      caller: { kind: "http", name: "Agent/1.0", route: "chat/completions" },
      model: "claude-sonnet-4-6",
      system: [],
      messages: [said("hello")],
      tools: [],
      toolChoice: { mode: "auto" },
      parallelToolCalls: true,
      stop: [],
      thinking: false,
    });
  });

  test("null is as good as absent, and unknown or sampling fields are ignored whatever they hold", () => {
    const nulls = Object.fromEntries(
      ["stream", "stream_options", "n", "tools", "tool_choice", "stop", "max_tokens", "user", "metadata"].map((k) => [
        k,
        null,
      ]),
    );
    const odd = { temperature: "hot", top_p: [], logprobs: true, functions: 5, seed: {}, service_tier: 1, extra: "x" };
    expect(read({ ...nulls, ...odd })).toEqual(read({}));
  });

  test("each is carried over", () => {
    const parameters = { type: "object", properties: { city: { type: "string" } } };
    const turn = read({
      tools: [
        { type: "function", function: { name: "weather", description: "Tells it", parameters, strict: true } },
        { type: "function", function: { name: "now" } },
      ],
      tool_choice: { type: "function", function: { name: "weather" } },
      parallel_tool_calls: false,
      response_format: { type: "json_schema", json_schema: { name: "x", schema: { type: "object" } } },
      stop: ["END", ""],
      max_tokens: 5,
      max_completion_tokens: 7,
      reasoning_effort: "xhigh",
      user: "u1",
      metadata: { a: 1 },
      n: 1,
    });
    expect(turn).toMatchObject({
      caller: { kind: "http", name: "Agent/1.0", user: "u1", metadata: { a: 1 } },
      tools: [
        { name: "weather", description: "Tells it", parameters },
        { name: "now", description: "", parameters: { type: "object", properties: {} } },
      ],
      toolChoice: { mode: "named", name: "weather" },
      parallelToolCalls: false,
      json: { schema: { type: "object" } },
      stop: ["END"],
      maxTokens: 7,
      effort: "high",
    });
    expect(read({ response_format: { type: "json_object" }, stop: "X" })).toMatchObject({ json: {}, stop: ["X"] });
    expect(read({ response_format: { type: "text" } }).json).toBeUndefined();
  });

  test("thinking is told when `reasoning` or `include_reasoning` asks", () => {
    expect(read({ include_reasoning: true }).thinking).toBe(true);
    expect(read({ reasoning: { effort: "low" } })).toMatchObject({ thinking: true, effort: "low" });
    expect(read({ reasoning: { exclude: true } }).thinking).toBe(false);
    expect(read({ reasoning_effort: "high" }).thinking).toBe(false);
  });
});
