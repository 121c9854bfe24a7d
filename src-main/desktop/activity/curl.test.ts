import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { ActivityEntry } from "../../../src-shared/activity";
import { curlOf } from "./curl";

const place = { address: "http://127.0.0.1:7411/v1", key: "bs-key" };
const entry: ActivityEntry = {
  id: "one",
  at: 0,
  caller: "client",
  callerKind: "http",
  model: "claude-sonnet-4-6",
  state: "done",
  callId: "call",
  words: 0,
  tools: [],
  replyLength: 0,
  promptText: 'It\'s "2 > 1" & $HOME `x`\nПривіт',
  replyText: "",
};

/** What a shell makes of the command: curl's arguments. */
function argumentsOf(command: string): string[] {
  const script = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; }\n${command}`;
  return execFileSync("sh", ["-c", script]).toString().split("\0");
}

test.skipIf(process.platform === "win32")("the words reach curl as they were said", () => {
  const said = argumentsOf(curlOf({ ...entry, user: "olena", metadata: '{"room":"1"}' }, place));
  expect(said).toContain("http://127.0.0.1:7411/v1/chat/completions");
  expect(said).toContain("Authorization: Bearer bs-key");
  expect(JSON.parse(said[said.indexOf("-d") + 1] as string)).toEqual({
    model: "claude-sonnet-4-6",
    stream: true,
    messages: [{ role: "user", content: entry.promptText }],
    user: "olena",
    metadata: { room: "1" },
  });
});

test.skipIf(process.platform === "win32").each([
  ["chat/completions", { messages: [{ role: "user", content: entry.promptText }], max_completion_tokens: 9 }],
  ["responses", { input: entry.promptText, max_output_tokens: 9 }],
  ["messages", { messages: [{ role: "user", content: entry.promptText }], max_tokens: 9 }],
] as const)("it is asked again where it was asked: %s", (route, body) => {
  const said = argumentsOf(curlOf({ ...entry, route, maxTokens: 9 }, place));
  expect(said).toContain(`http://127.0.0.1:7411/v1/${route}`);
  expect(JSON.parse(said[said.indexOf("-d") + 1] as string)).toEqual({ model: entry.model, stream: true, ...body });
});

test.skipIf(process.platform === "win32")("a session's turn goes on in its session", () => {
  const said = argumentsOf(
    curlOf({ ...entry, callerKind: "session", route: "conversational", session: "kitchen" }, place),
  );
  expect(said).toContain("Accept: text/event-stream");
  const body = { session_id: "kitchen", message: entry.promptText, model: entry.model };
  expect(JSON.parse(said[said.indexOf("-d") + 1] as string)).toEqual(body);
});

test("what is not all of the request says so, what is does not", () => {
  expect(curlOf(entry, place)).not.toContain("#");
  expect(curlOf({ ...entry, shortened: true }, place)).toMatch(/^# Approximate/);
  expect(curlOf({ ...entry, metadata: '{"room":"cut' }, place)).toMatch(/^# Approximate/);
});

test("words that were not kept are not made up", () => {
  expect(() => curlOf({ ...entry, wordless: true, promptText: "" }, place)).toThrow("not kept");
});
