import { describe, expect, test } from "vitest";
import { HttpError } from "../errors";
import { parseChatRequest } from "./request";
import { toTurn } from "./turn-request";

const hello = { role: "user", content: "hello" };
const refusal = (body: unknown): HttpError => {
  try {
    toTurn(parseChatRequest(body), { model: "claude-haiku-4-5", imageUrls: false, userAgent: undefined });
  } catch (error) {
    if (error instanceof HttpError) return error;
  }
  throw new Error("was not refused");
};

describe("refusals name the field", () => {
  const withMessage = (message: unknown) => ({ model: "m", messages: [hello, hello, message] });
  const part = (content: unknown) => withMessage({ role: "user", content: [{ type: "text", text: "x" }, content] });
  const tool = (name: string) => ({ type: "function", function: { name } });
  const cases: [string, unknown, string | null][] = [
    ["no object", [], null],
    ["a model that is no name", { model: 7, messages: [hello] }, "model"],
    ["no messages", { model: "m" }, "messages"],
    ["empty messages", { model: "m", messages: [] }, "messages"],
    ["messages that say nothing", { model: "m", messages: [{ role: "assistant" }] }, "messages"],
    ["messages of another type", { model: "m", messages: "hi" }, "messages"],
    ["a message that is none", withMessage("hi"), "messages[2]"],
    ["an unknown role", withMessage({ role: "function", content: "x" }), "messages[2].role"],
    ["content of another type", withMessage({ role: "user", content: 5 }), "messages[2].content"],
    ["a part without type", part({}), "messages[2].content[1].type"],
    ["a part that is none", part("x"), "messages[2].content[1].type"],
    ["a text part without text", part({ type: "text" }), "messages[2].content[1].text"],
    ["sound", part({ type: "input_audio", input_audio: {} }), "messages[2].content[1].type"],
    ["a file without data", part({ type: "file", file: {} }), "messages[2].content[1].file.file_data"],
    ["a file that is none", part({ type: "file" }), "messages[2].content[1].file"],
    ["a file by id", part({ type: "file", file: { file_id: "file-1" } }), "messages[2].content[1].file.file_id"],
    [
      "a file of another kind",
      part({ type: "file", file: { file_data: "data:application/zip;base64,UEsDBA==" } }),
      "messages[2].content[1].file.file_data",
    ],
    [
      "a PDF that is none",
      part({ type: "file", file: { file_data: "data:application/pdf;base64,aGVsbG8=" } }),
      "messages[2].content[1].file.file_data",
    ],
    [
      "text that is none",
      part({ type: "file", file: { file_data: "data:text/plain;base64,//79" } }),
      "messages[2].content[1].file.file_data",
    ],
    [
      "a PDF as a tool's result",
      withMessage({
        role: "tool",
        tool_call_id: "c",
        content: [{ type: "file", file: { file_data: "data:application/pdf;base64,JVBERi0xLjQK" } }],
      }),
      "messages[2].content",
    ],
    [
      "a picture on the web",
      part({ type: "image_url", image_url: { url: "https://x.example/a.png" } }),
      "messages[2].content[1].image_url.url",
    ],
    [
      "a picture of another kind",
      part({ type: "image_url", image_url: "data:image/svg+xml;base64,aGk=" }),
      "messages[2].content[1].image_url.url",
    ],
    [
      "a picture that is no base64",
      part({ type: "image_url", image_url: "data:image/png;base64,a*b" }),
      "messages[2].content[1].image_url.url",
    ],
    [
      "a picture in an answer",
      withMessage({ role: "assistant", content: [{ type: "image_url", image_url: "data:image/png;base64,aGk=" }] }),
      "messages[2].content",
    ],
    ["a result without its call", withMessage({ role: "tool", content: "x" }), "messages[2].tool_call_id"],
    [
      "arguments that are no text",
      withMessage({ role: "assistant", tool_calls: [{ id: "a", function: { name: "x", arguments: {} } }] }),
      "messages[2].tool_calls[0].function.arguments",
    ],
    ["n", { model: "m", messages: [hello], n: 2 }, "n"],
    ["stream", { model: "m", messages: [hello], stream: "yes" }, "stream"],
    [
      "stream_options",
      { model: "m", messages: [hello], stream_options: { include_usage: 1 } },
      "stream_options.include_usage",
    ],
    ["stop", { model: "m", messages: [hello], stop: 5 }, "stop"],
    ["too many stops", { model: "m", messages: [hello], stop: Array(17).fill("x") }, "stop"],
    ["max_tokens", { model: "m", messages: [hello], max_tokens: 0 }, "max_tokens"],
    ["effort", { model: "m", messages: [hello], reasoning_effort: "huge" }, "reasoning_effort"],
    ["response_format", { model: "m", messages: [hello], response_format: { type: "xml" } }, "response_format.type"],
    ["a tool of another kind", { model: "m", messages: [hello], tools: [{ type: "web_search" }] }, "tools[0].type"],
    ["a tool's name", { model: "m", messages: [hello], tools: [tool("a b")] }, "tools[0].function.name"],
    ["two tools of a name", { model: "m", messages: [hello], tools: [tool("a"), tool("a")] }, "tools[1].function.name"],
    ["an unknown tool_choice", { model: "m", messages: [hello], tool_choice: "maybe" }, "tool_choice"],
    ["a choice without tools", { model: "m", messages: [hello], tool_choice: "required" }, "tool_choice"],
    [
      "a choice of no tool",
      { model: "m", messages: [hello], tools: [tool("a")], tool_choice: tool("b") },
      "tool_choice",
    ],
    ["metadata", { model: "m", messages: [hello], metadata: "x" }, "metadata"],
  ];
  test.each(cases)("%s", (_, body, param) => {
    const { status, param: named, message } = refusal(body);
    expect({ status, named }).toEqual({ status: 400, named: param });
    expect(message).toContain(param?.replace(/\.type$/, "") ?? "request");
  });
});
