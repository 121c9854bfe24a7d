import Anthropic from "@anthropic-ai/sdk";
import { afterEach, describe, expect, test } from "vitest";
import { send } from "../testing/events";
import { type Script, saying } from "../testing/fake-brain";
import { key, model, startEndpoint, type TestEndpoint } from "../testing/test-endpoint";

let running: TestEndpoint;
afterEach(() => running.endpoint.stop());
async function connect(script: Script, shown: { apiKey?: string | null; authToken?: string | null } = { apiKey: key }) {
  running = await startEndpoint(script);
  const baseURL = `http://127.0.0.1:${running.port}`;
  return new Anthropic({ baseURL, apiKey: null, authToken: null, maxRetries: 0, ...shown });
}
const question = { model, max_tokens: 100, messages: [{ role: "user" as const, content: "Привіт 👋" }] };

describe("what is asked", () => {
  test("a conversation with all that belongs to it", async () => {
    const client = await connect(saying("hi"));
    await client.messages.create({
      model,
      max_tokens: 100,
      system: [
        { type: "text", text: "Be brief.", cache_control: { type: "ephemeral" } },
        { type: "text", text: "Be kind." },
      ],
      messages: [
        {
          role: "user",
          content: [
            { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } },
            {
              type: "document",
              title: "Plan",
              source: { type: "base64", media_type: "application/pdf", data: "JVBERi0xLjQK" },
            },
            { type: "document", source: { type: "text", media_type: "text/plain", data: "One" } },
            { type: "text", text: "Look" },
          ],
        },
        {
          role: "assistant",
          content: [
            { type: "thinking", thinking: "hmm", signature: "" },
            { type: "text", text: "I see." },
            { type: "tool_use", id: "c1", name: "weather", input: { city: "Львів" } },
            { type: "tool_use", id: "c2", name: "time", input: {} },
          ],
        },
        {
          role: "user",
          content: [
            { type: "tool_result", tool_use_id: "c1", content: "sunny" },
            { type: "tool_result", tool_use_id: "c2", content: [{ type: "text", text: "12:00" }], is_error: false },
            { type: "text", text: "So?" },
          ],
        },
      ],
      tools: [{ name: "weather", description: "The weather", input_schema: { type: "object" } }],
      tool_choice: { type: "any", disable_parallel_tool_use: true },
      stop_sequences: ["END"],
      thinking: { type: "enabled", budget_tokens: 8000 },
      metadata: { user_id: "olena" },
    });
    expect(running.brain.requests[0]).toMatchObject({
      system: ["Be brief.", "Be kind."],
      messages: [
        {
          role: "user",
          content: [
            { type: "image", mediaType: "image/png", data: "AAAA" },
            { type: "document", mediaType: "application/pdf", data: "JVBERi0xLjQK", name: "Plan" },
            { type: "text", text: "File “document.txt”:\n\n```txt\nOne\n```" },
            { type: "text", text: "Look" },
          ],
        },
        {
          role: "assistant",
          text: "I see.",
          toolCalls: [
            { id: "c1", name: "weather", arguments: '{"city":"Львів"}' },
            { id: "c2", name: "time", arguments: "{}" },
          ],
        },
        { role: "tool", toolCallId: "c1", content: [{ text: "sunny" }] },
        { role: "tool", toolCallId: "c2", content: [{ text: "12:00" }] },
        { role: "user", content: [{ text: "So?" }] },
      ],
      tools: [{ name: "weather", description: "The weather", parameters: { type: "object" } }],
      toolChoice: { mode: "required" },
      parallelToolCalls: false,
      stop: ["END"],
      maxTokens: 100,
      thinking: true,
      effort: "medium",
      caller: { user: "olena" },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["no messages", { messages: [] }, "messages"],
    ["no limit", { max_tokens: undefined }, "max_tokens"],
    ["a role that does not exist", { messages: [{ role: "system", content: "x" }] }, "messages[0].role"],
    [
      "a document without its source",
      { messages: [{ role: "user", content: [{ type: "document" }] }] },
      "messages[0].content[0].source",
    ],
    [
      "a document by id",
      { messages: [{ role: "user", content: [{ type: "document", source: { type: "file", file_id: "f" } }] }] },
      "messages[0].content[0].source.type",
    ],
    [
      "a document of another kind",
      {
        messages: [
          {
            role: "user",
            content: [{ type: "document", source: { type: "base64", media_type: "application/zip", data: "UEs=" } }],
          },
        ],
      },
      "messages[0].content[0].source.media_type",
    ],
    [
      "a picture on the web",
      {
        messages: [{ role: "user", content: [{ type: "image", source: { type: "url", url: "https://e.com/a.png" } }] }],
      },
      "messages[0].content[0].source.url",
    ],
    [
      "a tool of the server's",
      { tools: [{ type: "web_search_20250305", name: "x", input_schema: {} }] },
      "tools[0].type",
    ],
    ["a choice without its tool", { tool_choice: { type: "tool", name: "x" } }, "tool_choice"],
  ])("%s is refused by name", async (_, change, name) => {
    running = await startEndpoint(saying("hi"));
    const answer = await send(running, "/v1/messages", { ...question, ...change });
    const { type, error } = await answer.json();
    expect([answer.status, type, error.type]).toEqual([400, "error", "invalid_request_error"]);
    expect(error.message).toContain(name);
  });
});
