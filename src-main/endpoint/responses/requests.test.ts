import OpenAI from "openai";
import { afterEach, describe, expect, test } from "vitest";
import { send } from "../testing/events";
import { type Script, saying } from "../testing/fake-brain";
import { key, model, startEndpoint, type TestEndpoint } from "../testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());
async function connect(script: Script) {
  running = await startEndpoint(script);
  return new OpenAI({ baseURL: running.baseUrl, apiKey: key, maxRetries: 0 });
}
const weather = { type: "function" as const, name: "weather", parameters: { type: "object" }, strict: false };

describe("what is asked", () => {
  test("a text, with all that belongs to it", async () => {
    const client = await connect(saying("hi"));
    await client.responses.create({
      model,
      instructions: "Be brief.",
      input: "Привіт 👋",
      tools: [{ ...weather, description: "The weather" }],
      tool_choice: { type: "function", name: "weather" },
      parallel_tool_calls: false,
      max_output_tokens: 50,
      reasoning: { effort: "low", summary: "auto" },
      text: { format: { type: "json_schema", name: "x", schema: { type: "object" } }, verbosity: "low" },
      metadata: { a: "b" },
      include: ["reasoning.encrypted_content"],
      truncation: "auto",
      temperature: 0.3,
    });
    expect(running.brain.requests[0]).toMatchObject({
      model,
      system: ["Be brief."],
      messages: [{ role: "user", content: [{ type: "text", text: "Привіт 👋" }] }],
      tools: [{ name: "weather", description: "The weather", parameters: { type: "object" } }],
      toolChoice: { mode: "named", name: "weather" },
      parallelToolCalls: false,
      maxTokens: 50,
      effort: "low",
      thinking: true,
      json: { schema: { type: "object" } },
      caller: { metadata: { a: "b" } },
    });
  });

  test("items of every kind that clients send", async () => {
    const client = await connect(saying("hi"));
    await client.responses.create({
      model,
      input: [
        { role: "developer", content: "Be kind." },
        {
          role: "user",
          content: [
            { type: "input_text", text: "Look" },
            { type: "input_image", image_url: "data:image/png;base64,AAAA", detail: "auto" },
            { type: "input_file", filename: "a.pdf", file_data: "data:application/pdf;base64,JVBERi0xLjQK" },
          ],
        },
        { type: "reasoning", id: "rs_1", summary: [] },
        {
          type: "message",
          role: "assistant",
          id: "msg_1",
          status: "completed",
          content: [{ type: "output_text", text: "I see.", annotations: [] }],
        },
        { type: "function_call", call_id: "c1", name: "weather", arguments: '{"a":1}' },
        { type: "function_call", call_id: "c2", name: "weather", arguments: "{}" },
        { type: "function_call_output", call_id: "c1", output: "sunny" },
        { type: "function_call_output", call_id: "c2", output: [{ type: "input_text", text: "rain" }] },
        { role: "system", content: "Be quick." },
      ],
    });
    expect(running.brain.requests[0]).toMatchObject({
      system: ["Be kind."],
      messages: [
        {
          role: "user",
          content: [
            { type: "text", text: "Look" },
            { type: "image", mediaType: "image/png", data: "AAAA" },
            { type: "document", mediaType: "application/pdf", data: "JVBERi0xLjQK", name: "a.pdf" },
          ],
        },
        {
          role: "assistant",
          text: "I see.",
          toolCalls: [
            { id: "c1", name: "weather", arguments: '{"a":1}' },
            { id: "c2", name: "weather", arguments: "{}" },
          ],
        },
        { role: "tool", toolCallId: "c1", content: [{ type: "text", text: "sunny" }] },
        { role: "tool", toolCallId: "c2", content: [{ type: "text", text: "rain" }] },
        { role: "user", content: [{ type: "text", text: "Be quick." }] },
      ],
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["no input", { input: undefined }, "input"],
    ["nothing in it", { input: [] }, "input"],
    ["a role that does not exist", { input: [{ role: "tool", content: "x" }] }, "input[0].role"],
    [
      "a part that is not supported",
      { input: [{ role: "user", content: [{ type: "input_audio" }] }] },
      "input[0].content[0].type",
    ],
    [
      "a file by id",
      { input: [{ role: "user", content: [{ type: "input_file", file_id: "file-1" }] }] },
      "input[0].content[0].file_id",
    ],
    [
      "a file on the web",
      { input: [{ role: "user", content: [{ type: "input_file", file_url: "https://e.com/a.pdf" }] }] },
      "input[0].content[0].file_url",
    ],
    [
      "a picture by file",
      { input: [{ role: "user", content: [{ type: "input_image", file_id: "f" }] }] },
      "input[0].content[0].image_url",
    ],
    [
      "a picture on the web",
      { input: [{ role: "user", content: [{ type: "input_image", image_url: "https://e.com/a.png" }] }] },
      "input[0].content[0].image_url",
    ],
    ["an item that is not supported", { input: [{ type: "web_search_call" }] }, "input[0].type"],
    ["an item that is not kept", { input: [{ type: "item_reference", id: "msg_x" }] }, "input[0].id"],
    ["a call without a name", { input: [{ type: "function_call", call_id: "c", arguments: "{}" }] }, "input[0].name"],
    ["a tool of the server's", { tools: [{ type: "web_search" }] }, "tools[0].type"],
    ["a choice without its tool", { tool_choice: { type: "function", name: "x" } }, "tool_choice"],
    ["a background answer", { background: true }, "background"],
    ["a conversation", { conversation: "conv_1" }, "conversation"],
    ["an earlier response that is not kept", { previous_response_id: "resp_x" }, "previous_response_id"],
  ])("%s is refused by name", async (_, change, param) => {
    running = await startEndpoint(saying("hi"));
    const answer = await send(running, "/v1/responses", { model, input: "hi", ...change });
    const { error } = await answer.json();
    expect([answer.status, error.param, error.type]).toEqual([400, param, "invalid_request_error"]);
    expect(running.brain.requests).toHaveLength(0);
  });
});
