import { createHash } from "node:crypto";
import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { send } from "../testing/events";
import { echo, saying } from "../testing/fake-brain";
import { replyOf, SessionServers } from "../testing/session-client";

const address = "/v1/conversational";
let servers: SessionServers;
beforeEach(() => {
  servers = new SessionServers();
});
afterEach(() => servers.close());

test("any name is a session of its own, and never a path", async () => {
  const { say, forget } = await servers.start(echo);
  const names = ["../../etc/passwd", "a/b", "👋".repeat(100), "__proto__", " ", "%2e", "con"];
  for (const session_id of names) expect(await replyOf(say("hi", { session_id }))).toBe("<hi>");
  const files = await readdir(servers.folder);
  expect(files).toHaveLength(names.length);
  for (const file of files) {
    expect(file).toMatch(/^[0-9a-f]{64}\.json$/);
    if (process.platform !== "win32") expect((await stat(path.join(servers.folder, file))).mode & 0o777).toBe(0o600);
  }
  expect((await forget("../../etc/passwd")).status).toBe(200);
});

test("what is wrong is told in this route's own words", async () => {
  const { say, running } = await servers.start(echo);
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
  const { say } = await servers.start(echo);
  await say("one");
  const [name] = (await readdir(servers.folder)) as [string];
  await writeFile(path.join(servers.folder, name), "{half");
  expect(await replyOf(say("two"))).toBe("<two>");
  const aside = (await readdir(servers.folder)).find((file) => file.startsWith(`${name}.broken-`)) as string;
  expect(await readFile(path.join(servers.folder, aside), "utf8")).toBe("{half");
});

test("sessions are bounded: the ones unused for longest go, and old ones", async () => {
  const { say } = await servers.start(echo, { maxSessions: 2, maxAgeDays: 10 });
  for (const session_id of ["a", "b", "a", "c"]) await say(session_id, { session_id });
  expect(await readdir(servers.folder)).toHaveLength(2);
  expect(await replyOf(say("?", { session_id: "b" }))).toBe("<?>");
  expect(await replyOf(say("?", { session_id: "c" }))).toBe("<c|<c>|?>");

  const file = path.join(servers.folder, `${createHash("sha256").update("c").digest("hex")}.json`);
  const then = new Date(Date.now() - 11 * 86_400_000);
  await utimes(file, then, then);
  const later = await servers.start(echo, { maxAgeDays: 10 });
  expect(await replyOf(later.say("?", { session_id: "c" }))).toBe("<?>");
});

test("old sessions go while nobody says anything", async () => {
  const { say } = await servers.start(echo);
  for (const session_id of ["old", "new"]) await say("hi", { session_id });
  const fileOf = (id: string) => `${createHash("sha256").update(id).digest("hex")}.json`;
  const then = new Date(Date.now() - 11 * 86_400_000);
  await utimes(path.join(servers.folder, fileOf("old")), then, then);
  await servers.start(echo, { maxAgeDays: 10 }, { sweepMs: 20 });
  await expect.poll(() => readdir(servers.folder)).toEqual([fileOf("new")]);
});

test("a long session forgets its beginning", async () => {
  const { say } = await servers.start(saying("ok"), { maxTurns: 4 });
  for (const message of ["1", "2", "3", "4", "5"]) await say(message);
  expect(await replyOf((await servers.start(echo)).say("6"))).toBe("<3|ok|4|ok|5|ok|6>");
});
