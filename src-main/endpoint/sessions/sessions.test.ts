import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BrainError, type TurnRequest } from "../../brain/turn";
import { readEvents, send } from "../testing/events";
import { cancelled, done, hanging, type Script, saying } from "../testing/fake-brain";
import { key, startEndpoint, type TestEndpoint } from "../testing/test-endpoint";

let folder: string;
const started: TestEndpoint[] = [];
beforeEach(() => {
  folder = path.join(tmpdir(), `brainstem-sessions-${randomUUID()}`);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ endpoint }) => endpoint.stop()));
  await rm(folder, { recursive: true, force: true });
});

const address = "/v1/conversational";
async function start(script: Script, sessions: Parameters<typeof startEndpoint>[1] = {}) {
  const running = await startEndpoint(script, { ...sessions, sessions: folder });
  started.push(running);
  const say = (message: string, more: Record<string, unknown> = {}) =>
    send(running, address, { session_id: "s1", message, ...more });
  return { running, say };
}

/** Answers with all that the model was given. */
const told = ({ system, messages }: TurnRequest) =>
  [
    ...system,
    ...messages.map((m) =>
      m.role === "assistant" ? m.text : `${m.content.map((p) => (p.type === "text" ? p.text : ""))}`,
    ),
  ].join("|");
const echo: Script = async function* (request) {
  yield { type: "text", text: `<${told(request)}>` };
  yield done();
};
const failing: Script = async function* () {
  yield { type: "text", text: "Once" };
  throw new BrainError("overloaded", "The API\nis overloaded.");
};
/** Plays one script a turn, then the last one. */
const inOrder = (...scripts: Script[]): Script => {
  let turn = 0;
  return (request, signal) => (scripts[turn++] ?? (scripts[scripts.length - 1] as Script))(request, signal);
};
const replyOf = async (answer: Promise<Response>) => (await (await answer).json()).reply;

test("a session goes on with its memory, and others know nothing of it", async () => {
  const { say } = await start(echo);
  const first = await say("Привіт 👋", { system_prompt: "Be kind." });
  expect(first.status).toBe(200);
  expect(await first.json()).toEqual({ session_id: "s1", reply: "<Be kind.|Привіт 👋>" });
  expect(await replyOf(say("two"))).toBe("<Be kind.|Привіт 👋|<Be kind.|Привіт 👋>|two>");
  expect(await replyOf(say("new", { session_id: "s2" }))).toBe("<new>");
});

test("has no tools, and takes the model that is asked for", async () => {
  const { say, running } = await start(echo);
  await say("hi", { model: "claude-haiku-4-5", tools: [{ name: "x" }] });
  await say("hi");
  expect(running.brain.requests[0]).toMatchObject({ model: "claude-haiku-4-5", tools: [] });
  expect(running.brain.requests[1]).toMatchObject({ model: "claude-sonnet-4-6" });
  const unknown = await say("hi", { model: "gpt-4o" });
  expect(unknown.status).toBe(400);
  expect(await unknown.json()).toMatchObject({ error: "invalid request", supported: expect.any(Array) });
});

test("sessions outlive the server", async () => {
  await (await start(echo)).say("one");
  expect(await replyOf((await start(saying("two"))).say("and?"))).toBe("two");
  expect(await replyOf((await start(echo)).say("all?"))).toBe("<one|<one>|and?|two|all?>");
});

test("a failed turn leaves nothing behind, be it the first or a later one", async () => {
  const { say } = await start(inOrder(failing, echo, failing, echo));
  const failed = await say("lost");
  expect(failed.status).toBe(503);
  expect(await failed.json()).toEqual({ error: "execution failed", detail: "The API is overloaded." });
  await expect(readdir(folder)).resolves.toEqual([]);
  expect(await replyOf(say("one"))).toBe("<one>");
  expect((await say("lost too")).status).toBe(503);
  expect(await replyOf(say("two"))).toBe("<one|<one>|two>");
});

test("every failure of the brain is one line of at most 200 characters", async () => {
  for (const kind of ["busy", "timeout", "auth_expired", "rate_limited"] as const) {
    const { say } = await start(async function* () {
      throw new BrainError(kind, "Try\nagain. ".repeat(80));
    });
    const answer = await say("hi");
    const { error, detail } = await answer.json();
    expect([answer.status, error]).toEqual([503, "execution failed"]);
    expect(detail).toMatch(/^Try again\. .{0,188}…$/);
  }
});

test("a turn that takes too long is ended, and the session goes on", async () => {
  const { say, running } = await start(inOrder(hanging("Once"), echo), {
    settings: { sessions: { turnSeconds: 0.2 } },
  });
  const wedged = await say("hang");
  expect(wedged.status).toBe(503);
  expect((await wedged.json()).error).toBe("execution failed");
  await cancelled(running.brain.signals[0] as AbortSignal);
  expect(await replyOf(say("one"))).toBe("<one>");
});

test("two turns of one session follow each other; other sessions do not wait", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { say, running } = await start(
    inOrder(async function* (request) {
      await held;
      yield* echo(request, new AbortController().signal);
    }, echo),
  );
  const first = say("one");
  await running.brain.asked();
  const second = say("two");
  expect(await replyOf(say("other", { session_id: "s2" }))).toBe("<other>");
  expect(running.brain.requests).toHaveLength(2);
  release();
  expect(await replyOf(first)).toBe("<one>");
  expect(await replyOf(second)).toBe("<one|<one>|two>");
});

test("who leaves is not remembered: in the middle of a turn, or waiting for one", async () => {
  const { say, running } = await start(inOrder(hanging("Once"), echo));
  const speaker = new AbortController();
  const waiter = new AbortController();
  const body = { session_id: "s1", message: "lost" };
  const spoken = send(running, address, body, {}, speaker.signal).catch(() => "left");
  await running.brain.asked();
  const waiting = send(running, address, body, {}, waiter.signal).catch(() => "left");
  const third = say("kept");
  waiter.abort();
  expect(await waiting).toBe("left");
  await vi.waitFor(() => expect(running.logged.join()).toContain('"whole":false'));
  speaker.abort();
  expect(await spoken).toBe("left");
  await cancelled(running.brain.signals[0] as AbortSignal);
  expect(await replyOf(third)).toBe("<kept>");
  expect(running.brain.requests).toHaveLength(2);
});

test("a reply streams where events are accepted", async () => {
  const { running, say } = await start(saying("При", "вет \ud83d", "\udc4b"));
  const body = { session_id: "s1", message: "hi" };
  const answer = await send(running, address, body, { accept: "text/event-stream" });
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(readEvents(await answer.text())).toEqual([
    { event: undefined, data: { delta: "При" } },
    { event: undefined, data: { delta: "вет " } },
    { event: undefined, data: { delta: "👋" } },
    { event: "done", data: { session_id: "s1", reply: "Привет 👋" } },
  ]);
  await say("two");
  expect(running.brain.requests[1]?.messages).toHaveLength(3);
});

test("a stream that fails says so, is no whole answer and is not remembered", async () => {
  const { running, say } = await start(inOrder(failing, echo));
  const answer = await send(running, address, { session_id: "s1", message: "hi" }, { accept: "text/event-stream" });
  let text = "";
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const piece of answer.body as AsyncIterable<Uint8Array>) text += decoder.decode(piece, { stream: true });
  };
  await expect(read()).rejects.toThrow();
  expect(readEvents(text).at(-1)).toEqual({
    event: "error",
    data: { error: "execution failed", detail: "The API is overloaded." },
  });
  expect(await replyOf(say("one"))).toBe("<one>");
});

test("a session can be forgotten, also in the middle of a turn", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { say, running } = await start(
    inOrder(
      echo,
      async function* () {
        await held;
        yield* saying("late")({} as TurnRequest, new AbortController().signal);
      },
      echo,
    ),
  );
  const forget = (id: string) =>
    fetch(`http://127.0.0.1:${running.port}${address}/${encodeURIComponent(id)}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${key}` },
    });
  await say("one");
  const late = say("two");
  await running.brain.asked(2);
  const forgotten = await forget("s1");
  expect([forgotten.status, await forgotten.json()]).toEqual([200, { session_id: "s1", deleted: true }]);
  release();
  expect(await replyOf(late)).toBe("late");
  expect(await replyOf(say("three"))).toBe("<three>");
  const again = await forget("nobody");
  expect([again.status, await again.json()]).toEqual([
    404,
    { error: "not found", detail: "There is no session of this name." },
  ]);
});

test("any name is a session of its own, and never a path", async () => {
  const { say, running } = await start(echo);
  const names = ["../../etc/passwd", "a/b", "👋".repeat(100), "__proto__", " ", "%2e", "con"];
  for (const session_id of names) expect(await replyOf(say("hi", { session_id }))).toBe("<hi>");
  const files = await readdir(folder);
  expect(files).toHaveLength(names.length);
  for (const file of files) {
    expect(file).toMatch(/^[0-9a-f]{64}\.json$/);
    if (process.platform !== "win32") expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);
  }
  const deleted = await fetch(`http://127.0.0.1:${running.port}${address}/${encodeURIComponent("../../etc/passwd")}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${key}` },
  });
  expect(deleted.status).toBe(200);
});

test("what is wrong is told in this route's own words", async () => {
  const { say, running } = await start(echo);
  const cases: Record<string, unknown>[] = [
    { session_id: "x".repeat(201) },
    { session_id: "" },
    { session_id: "\ud83d" },
    { session_id: 7 },
    { message: "" },
    { message: "  " },
    { message: null },
    { system_prompt: ["x"] },
  ];
  for (const change of cases) {
    const answer = await say("hi", change);
    const { error, detail } = await answer.json();
    expect([answer.status, error]).toEqual([400, "invalid request"]);
    expect(detail).toContain(Object.keys(change)[0]);
  }
  const stranger = await send(running, address, {}, { authorization: "Bearer wrong" });
  expect([stranger.status, (await stranger.json()).error]).toEqual([401, "unauthorized"]);
  expect(running.brain.requests).toHaveLength(0);
});

test("a file that cannot be understood is kept aside, and the session begins anew", async () => {
  const { say } = await start(echo);
  await say("one");
  const [name] = (await readdir(folder)) as [string];
  await writeFile(path.join(folder, name), "{half");
  expect(await replyOf(say("two"))).toBe("<two>");
  const aside = (await readdir(folder)).find((file) => file.startsWith(`${name}.broken-`)) as string;
  expect(await readFile(path.join(folder, aside), "utf8")).toBe("{half");
});

test("sessions are bounded: the ones unused for longest go, and old ones", async () => {
  const { say } = await start(echo, { settings: { sessions: { maxSessions: 2, maxAgeDays: 10 } } });
  for (const session_id of ["a", "b", "a", "c"]) await say(session_id, { session_id });
  expect(await readdir(folder)).toHaveLength(2);
  expect(await replyOf(say("?", { session_id: "b" }))).toBe("<?>");
  expect(await replyOf(say("?", { session_id: "c" }))).toBe("<c|<c>|?>");

  const file = path.join(folder, `${createHash("sha256").update("c").digest("hex")}.json`);
  const then = new Date(Date.now() - 11 * 86_400_000);
  await utimes(file, then, then);
  const later = await start(echo, { settings: { sessions: { maxAgeDays: 10 } } });
  expect(await replyOf(later.say("?", { session_id: "c" }))).toBe("<?>");
});

test("a long session forgets its beginning", async () => {
  const { say } = await start(saying("ok"), { settings: { sessions: { maxTurns: 4 } } });
  for (const message of ["1", "2", "3", "4", "5"]) await say(message);
  expect(await replyOf((await start(echo)).say("6"))).toBe("<3|ok|4|ok|5|ok|6>");
});
