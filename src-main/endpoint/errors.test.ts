import { afterEach, expect, test } from "vitest";
import type { BrainStatus } from "../../src-shared/brain-status";
import { BrainError, type ErrorKind } from "../brain/turn";
import { type Script, saying } from "./testing/fake-brain";
import { chatBytes, key, startEndpoint, type TestEndpoint, Wire } from "./testing/test-endpoint";

let running: TestEndpoint | undefined;
afterEach(() => running?.endpoint.stop());

async function answerTo(
  bytes: (port: number) => string,
  script: Script = saying("hi"),
  status: Partial<BrainStatus> = {},
) {
  await running?.endpoint.stop();
  running = await startEndpoint(script, { status });
  const answer = await new Wire(running.port).send(bytes(running.port)).end();
  const split = answer.indexOf("\r\n\r\n");
  return {
    status: Number(answer.slice(9, 12)),
    head: answer.slice(0, split).toLowerCase(),
    body: JSON.parse(answer.slice(split + 4)),
  };
}
const failing = (error: Error): Script =>
  // biome-ignore lint/correctness/useYield: it fails before its first word.
  async function* () {
    throw error;
  };
const chat =
  (body: Record<string, unknown> = { stream: true }) =>
  (port: number) =>
    chatBytes(port, body, ["Connection: close"]);
const plain = (line: string) => (port: number) =>
  `${line} HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n\r\n`;

const useless = "x-should-retry: false";
const table: [ErrorKind, number, string, string][] = [
  ["auth_expired", 503, "claude_not_logged_in", useless],
  ["backend_auth", 503, "backend_not_authorized", useless],
  ["backend_unavailable", 503, "backend_unavailable", useless],
  ["cli_missing", 503, "claude_missing", useless],
  ["cli_unresponsive", 503, "claude_unresponsive", useless],
  ["cli_too_old", 503, "claude_too_old", useless],
  ["cli_crashed", 503, "claude_crashed", "retry-after: 1"],
  ["stopped", 503, "brain_stopped", useless],
  ["overloaded", 503, "overloaded", "retry-after: 1"],
  ["upstream_failed", 503, "upstream_failed", "retry-after: 1"],
  ["rate_limited", 429, "rate_limit_exceeded", "retry-after: 1"],
  ["busy", 429, "queue_full", "retry-after: 1"],
  ["timeout", 504, "timeout", "504"],
  ["context_too_long", 400, "context_length_exceeded", useless],
  ["invalid_request", 400, "invalid_request", useless],
];
test.each(table)("%s is a status of its own, streamed or not", async (kind, status, code, header) => {
  for (const stream of [true, false]) {
    const answer = await answerTo(chat({ stream }), failing(new BrainError(kind, "What\nto do.")));
    expect(answer).toMatchObject({ status, body: { error: { code, message: "What to do.", param: null } } });
    expect(Object.keys(answer.body.error)).toEqual(["message", "type", "param", "code"]);
    expect(answer.head).toContain(header);
    expect(answer.head).toContain("x-request-id: req_");
  }
});

test("a limit that lasts says how long, and that trying at once is useless", async () => {
  const { head } = await answerTo(chat(), failing(new BrainError("rate_limited", "Used up.", 3599.2)));
  expect(head).toContain("retry-after: 3600");
  expect(head).toContain(useless);
});

test("the field at fault is named", async () => {
  const error = new BrainError("invalid_request", "No such picture.", undefined, "messages[0].content");
  expect((await answerTo(chat(), failing(error))).body.error.param).toBe("messages[0].content");
});

test("an unknown model tells the known ones", async () => {
  const { status, body } = await answerTo(chat({ model: "gpt-4o" }));
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: "model_not_found", param: "model" });
  expect(body.supported).toEqual(["claude-sonnet-4-6", "claude-haiku-4-5"]);
});

test("the log has the kind of a failure and its place, and nothing that was said", async () => {
  const words = "my secret words";
  const scripts: Script[] = [
    failing(new SyntaxError(`Unexpected token 'm', "${words}" is not valid JSON`)),
    async function* () {
      yield { type: "text", text: "Half" };
      throw new BrainError("upstream_failed", `messages.0: "${words}" is too short`);
    },
  ];
  for (const script of scripts) {
    await running?.endpoint.stop();
    running = await startEndpoint(script);
    await new Wire(running.port).send(chat()(running.port)).end();
    expect(running?.logged.join()).toMatch(/SyntaxError|upstream_failed/);
    expect(running?.logged.join()).not.toContain(words);
  }
});

test("what nobody expected says nothing of the inside, and is logged", async () => {
  const { status, body } = await answerTo(chat(), failing(new Error("secret of the house")));
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain("secret");
  expect(running?.logged.join()).toContain("request failed");
});

test("a long reason is one line of at most 200 characters", async () => {
  const { body } = await answerTo(chat(), failing(new BrainError("upstream_failed", `${"👋\n".repeat(300)}`)));
  expect(body.error.message.length).toBeLessThanOrEqual(200);
  expect(body.error.message).not.toMatch(/\n|\ufffd/);
});

test("addresses: unknown, in another method, of another API", async () => {
  const cases: [string, number, string, string][] = [
    ["GET /v1/nothing", 404, "unknown_url", "/v1"],
    ["GET /", 404, "unknown_url", "/v1"],
    ["POST /chat/completions", 404, "unknown_url", "must end in /v1"],
    ["GET http://evil.example/v1/models", 404, "unknown_url", "/v1"],
    ["GET /v1/models/%E0%A4%A", 404, "unknown_url", "/v1"],
    ["GET /v1/models/gpt-4o", 404, "model_not_found", "model"],
    ["GET /v1/chat/completions", 405, "method_not_allowed", "POST"],
    ["DELETE /v1/models", 405, "method_not_allowed", "GET"],
  ];
  for (const [line, status, code, words] of cases) {
    const answer = await answerTo(plain(line));
    expect([line, answer.status, answer.body.error.code]).toEqual([line, status, code]);
    expect(answer.body.error.message).toContain(words);
    if (status === 405) expect(answer.head).toContain(`allow: ${words.toLowerCase()}`);
  }
});

test("models are listed and found by name", async () => {
  const { body } = await answerTo(plain("GET /v1/models?limit=5"));
  expect(body).toMatchObject({ object: "list", data: [{ id: "claude-sonnet-4-6", object: "model" }, {}] });
  expect((await answerTo(plain("GET /v1/models/claude-haiku-4-5"))).body).toMatchObject({ id: "claude-haiku-4-5" });
});

test("health says busy and why not", async () => {
  expect((await answerTo(plain("GET /health"), saying(), { state: "busy" })).body).toMatchObject({
    busy: true,
    state: "busy",
  });
  const logged_out = {
    state: "error",
    reason: "not logged in",
    help: "private help",
    cliPath: "/home/me/claude",
  } as const;
  const { body } = await answerTo(plain("GET /health"), saying(), logged_out);
  expect(body).toEqual({ status: "ok", busy: false, state: "error", reason: "not logged in", version: "1.2.3" });
});
