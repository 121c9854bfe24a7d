import { describe, expect, it } from "vitest";
import { ask, assistant, user } from "../testing/real-brain";
import { onePixelPng, runDriver, userWithFiles } from "../testing/run-driver";
import { end, hello, says, start, words } from "./testing/start";

describe("a request", () => {
  it("passes on roles, pictures, calls and bounds as they came", async () => {
    const { driver, server } = await start(says(...words, ...end), { key: "k" });
    const tool = { name: "weather", description: "Tells it", parameters: { type: "object", properties: {} } };
    await runDriver(driver, {
      ...ask([
        userWithFiles,
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
