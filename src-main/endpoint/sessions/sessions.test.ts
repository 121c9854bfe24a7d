import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultSettings } from "../../../src-shared/settings";
import { BrainError, type TurnRequest } from "../../brain/turn";
import { createSessionFiles } from "../../sessions/session-files";
import { createSessions } from "../../sessions/sessions";
import { readEvents, send } from "../testing/events";
import { cancelled, echo, FakeBrain, hanging, inOrder, type Script, saying } from "../testing/fake-brain";
import { readStream } from "../testing/read-stream";
import { replyOf, SessionServers } from "../testing/session-client";
import { model } from "../testing/test-endpoint";

const address = "/v1/conversational";
let servers: SessionServers;
beforeEach(() => {
  servers = new SessionServers();
});
afterEach(() => servers.close());
const failing: Script = async function* () {
  yield { type: "text", text: "Once" };
  throw new BrainError("overloaded", "The API\nis overloaded.");
};

test("a session goes on with its memory, and others know nothing of it", async () => {
  const { say } = await servers.start(echo);
  const first = await say("Привіт 👋", { system_prompt: "Be kind." });
  expect(first.status).toBe(200);
  expect(await first.json()).toEqual({ session_id: "s1", reply: "<Be kind.|Привіт 👋>" });
  expect(await replyOf(say("two"))).toBe("<Be kind.|Привіт 👋|<Be kind.|Привіт 👋>|two>");
  expect(await replyOf(say("new", { session_id: "s2" }))).toBe("<new>");
});

test("has no tools, and takes the model that is asked for", async () => {
  const { say, running } = await servers.start(echo);
  await say("hi", { model: "claude-haiku-4-5", tools: [{ name: "x" }] });
  await say("hi");
  expect(running.brain.requests[0]).toMatchObject({ model: "claude-haiku-4-5", tools: [] });
  expect(running.brain.requests[1]).toMatchObject({ model: "claude-sonnet-4-6" });
  const unknown = await say("hi", { model: "gpt-4o" });
  expect(unknown.status).toBe(400);
  expect(await unknown.json()).toMatchObject({ error: "invalid request", supported: expect.any(Array) });
});

test("sessions outlive the server", async () => {
  await (await servers.start(echo)).say("one");
  expect(await replyOf((await servers.start(saying("two"))).say("and?"))).toBe("two");
  expect(await replyOf((await servers.start(echo)).say("all?"))).toBe("<one|<one>|and?|two|all?>");
});

test("a failed turn leaves nothing behind, be it the first or a later one", async () => {
  const { say } = await servers.start(inOrder(failing, echo, failing, echo));
  const failed = await say("lost");
  expect(failed.status).toBe(503);
  expect(await failed.json()).toEqual({ error: "execution failed", detail: "The API is overloaded." });
  await expect(readdir(servers.folder)).resolves.toEqual([]);
  expect(await replyOf(say("one"))).toBe("<one>");
  expect((await say("lost too")).status).toBe(503);
  expect(await replyOf(say("two"))).toBe("<one|<one>|two>");
});

test("every failure of the brain is one line of at most 200 characters", async () => {
  for (const kind of ["busy", "timeout", "auth_expired", "rate_limited"] as const) {
    // biome-ignore lint/correctness/useYield: it fails before its first word.
    const { say } = await servers.start(async function* () {
      throw new BrainError(kind, "Try\nagain. ".repeat(80));
    });
    const answer = await say("hi");
    const { error, detail } = await answer.json();
    expect([answer.status, error]).toEqual([503, "execution failed"]);
    expect(detail).toMatch(/^Try again\. .{0,188}…$/);
  }
});

test("a turn that takes too long is ended, and the session goes on", async () => {
  const { say, running } = await servers.start(inOrder(hanging("Once"), echo), { turnSeconds: 0.2 });
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
  const { say, running } = await servers.start(
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

test("who leaves in the middle of a turn is not remembered", async () => {
  const { say, running } = await servers.start(inOrder(hanging("Once"), echo));
  const speaker = new AbortController();
  const spoken = send(running, address, { session_id: "s1", message: "lost" }, {}, speaker.signal).catch(() => "left");
  await running.brain.asked();
  speaker.abort();
  expect(await spoken).toBe("left");
  await cancelled(running.brain.signals[0] as AbortSignal);
  expect(await replyOf(say("kept"))).toBe("<kept>");
});

test("who leaves while waiting for an earlier turn is not waited for", async () => {
  const brain = new FakeBrain(inOrder(hanging("Once"), echo));
  const settings = () => defaultSettings().sessions;
  const sessions = createSessions({ files: createSessionFiles(servers.folder, settings), brain, settings });
  const say = async (message: string, signal: AbortSignal) => {
    const caller = { kind: "session" as const, name: "test" };
    let reply = "";
    for await (const event of sessions.run({ id: "s1", message, model, systemPrompt: undefined, caller }, signal)) {
      if (event.type === "text") reply += event.text;
    }
    return reply;
  };
  const [speaker, waiter, last] = [new AbortController(), new AbortController(), new AbortController()];
  const first = say("one", speaker.signal);
  await brain.asked();
  const second = say("two", waiter.signal);
  const third = say("three", last.signal);
  waiter.abort();
  expect(await second).toBe("");
  speaker.abort();
  expect(await first).toBe("Once");
  expect(await third).toBe("<three>");
  expect(brain.requests).toHaveLength(2);
});

test("a reply streams where events are accepted", async () => {
  const { running, say, listen } = await servers.start(saying("При", "вет \ud83d", "\udc4b"));
  const answer = await listen("hi");
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
  const { say, listen } = await servers.start(inOrder(failing, echo));
  const { text, whole } = await readStream(await listen("hi"));
  expect(whole).toBe(false);
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
  const { say, forget, running } = await servers.start(
    inOrder(
      echo,
      async function* () {
        await held;
        yield* saying("late")({} as TurnRequest, new AbortController().signal);
      },
      echo,
    ),
  );
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
