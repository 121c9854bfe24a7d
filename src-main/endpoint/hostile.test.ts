import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saying } from "./testing/fake-brain";
import { key, model, startEndpoint, type TestEndpoint, Wire } from "./testing/test-endpoint";

/** Names that are more than names to a shell, a path, a command line or a line of a protocol. */
const names = [
  "@/etc/passwd",
  "/config set x",
  "!touch /tmp/x",
  "#memory",
  '--mcp-config={"mcpServers":{}}',
  "../../../etc/passwd",
  "a\0b",
  'a\n{"type":"bash_command","command":"true"}',
  "__proto__.polluted",
  "$(true)`true`",
];
const messages = [{ role: "user", content: "hi" }];

let running: TestEndpoint;
let sessions: string;
beforeEach(async () => {
  sessions = path.join(tmpdir(), `brainstem-sessions-${randomUUID()}`);
  running = await startEndpoint(saying("hi"), { sessions });
});
afterEach(async () => {
  await running.endpoint.stop();
  rmSync(sessions, { recursive: true, force: true });
});

async function post(route: string, body: object): Promise<{ status: number; text: string }> {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${key}` };
  const answer = await fetch(running.baseUrl + route, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
}

describe.each(names)("%j", (name) => {
  test("is no name of a tool, in any of the three APIs", async () => {
    const tool = { name, description: "d", parameters: {} };
    const asked: [string, object][] = [
      ["/chat/completions", { model, messages, tools: [{ type: "function", function: tool }] }],
      ["/responses", { model, input: "hi", tools: [{ type: "function", ...tool }] }],
      ["/messages", { model, max_tokens: 5, messages, tools: [{ name, input_schema: {} }] }],
    ];
    for (const [route, body] of asked) expect([route, (await post(route, body)).status]).toEqual([route, 400]);
    expect(running.brain.requests).toHaveLength(0);
  });

  test("names a session, and no file outside of the sessions' own", async () => {
    expect((await post("/conversational", { session_id: name, message: "hi" })).status).toBe(200);
    expect(readdirSync(sessions)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
  });

  test("is no model, and the log does not repeat it", async () => {
    const { status, text } = await post("/chat/completions", { model: name, messages });
    expect([400, 404]).toContain(status);
    expect(JSON.parse(text).error.code).toBe("model_not_found");
    expect(running.logged.join("\n")).not.toContain(name);
  });
});

test("a server without a key refuses an empty one, in either header", async () => {
  await running.endpoint.stop();
  running = await startEndpoint(saying("hi"), { key: "" });
  for (const shown of ["x-api-key:", "x-api-key: ", "Authorization: Bearer ", "Authorization: Bearer"]) {
    const head = ["POST /v1/messages HTTP/1.1", `Host: 127.0.0.1:${running.port}`, shown, "Content-Length: 2"];
    const wire = new Wire(running.port).send([...head, "Connection: close", "", "{}"].join("\r\n"));
    expect([shown, (await wire.end()).slice(9, 12)]).toEqual([shown, "401"]);
  }
});

test("an object's own machinery in a body changes nobody's", async () => {
  const body = `{"model":"${model}","messages":[{"role":"user","content":"hi"}],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"metadata":{"__proto__":{"polluted":1}}}`;
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${key}` };
  const answer = await fetch(`${running.baseUrl}/chat/completions`, { method: "POST", headers, body });
  expect(answer.status).toBe(200);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
