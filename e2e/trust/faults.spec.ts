import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { say } from "../clients/scripted";
import { claudeProcessesOf } from "../desktop/processes";
import { type Home, makeHome, sayIn } from "./at-home";

let home: Home;
test.beforeEach(async () => {
  home = await makeHome(() => ({ steps: say("Fine.") }));
});
test.afterEach(() => home?.close());

const at = (...names: string[]) => path.join(home.folder, ...names);
const names = (folder = "") => readdirSync(at(folder));

async function answers(session = "s"): Promise<{ reply: string | undefined; complaint: string }> {
  const server = await home.launch();
  const reply = await sayIn({ baseUrl: await server.baseUrl, key: server.key }, session, "Hi");
  const complaint = server.complaint();
  await server.stop();
  return { reply, complaint };
}

test("a port that somebody else has is named; there is no other port, and the end is clean", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const server = await home.launch({ BRAINSTEM_PORT: String(port) });
  await expect.poll(() => server.complaint()).toContain(`port ${port} is taken`);
  await server.stop();
  expect(claudeProcessesOf(home.folder)).toEqual([]);
  await new Promise((resolve) => other.close(resolve));
  const again = await home.launch({ BRAINSTEM_PORT: String(port) });
  expect(await again.baseUrl).toBe(`http://127.0.0.1:${port}/v1`);
});

for (const [what, content] of [
  ["no JSON", '{"brain": {"maxTurns": 3'],
  ["a list", "[]"],
  ["zeros, as a crash leaves them", "\0".repeat(4096)],
  ["values of wrong types", '{"brain":{"maxTurns":"many","models":5},"sessions":null,"endpoint":[]}'],
] as const) {
  test(`a settings.json that is ${what} costs itself alone, and is told of`, async () => {
    writeFileSync(at("settings.json"), content);
    const { reply, complaint } = await answers();
    expect(reply).toBe("Fine.");
    expect(complaint).toContain("settings.json");
    // What the person wrote is still there to be mended.
    const kept = names().filter((name) => name.startsWith("settings.json"));
    expect(kept.map((name) => readFileSync(at(name), "utf8"))).toContain(content);
  });
}

test("a session's file that was torn is kept aside, and the session begins anew", async () => {
  await answers();
  const [file] = names("sessions");
  writeFileSync(at("sessions", file as string), '{"id":"s","turns":[{"as');
  expect((await answers()).reply).toBe("Fine.");
  expect(names("sessions").filter((name) => name.includes(".broken-"))).toHaveLength(1);
});

test("torn lines of usage, processes and a log cost nothing", async () => {
  mkdirSync(at("processes"));
  writeFileSync(at("usage.jsonl"), '\0\0{"day":"2026-01-01"\n[]\n{');
  writeFileSync(at("processes", "1.json"), '{"owner":');
  writeFileSync(at("processes", "2.json"), '{"owner":{"pid":2,"began":"x"},"children":5,"folder":"/"}');
  writeFileSync(at("brainstem.log"), "\0\0\0");
  expect(await answers()).toEqual({ reply: "Fine.", complaint: "" });
});

// Permissions bind no superuser; a folder in the place of a file, and the other way round, binds everybody.
for (const file of ["settings.json", "usage.jsonl", "brainstem.log"]) {
  test(`a ${file} that cannot be read or written does not keep the brain from answering`, async () => {
    mkdirSync(at(file, "in-the-way"), { recursive: true });
    expect((await answers()).reply).toBe("Fine.");
  });
}

test("a file in the place of the sessions' folder is kept aside, and told of", async () => {
  writeFileSync(at("sessions"), "in the way");
  const { reply, complaint } = await answers();
  expect(reply).toBe("Fine.");
  expect(complaint).toContain('"sessions"');
  const kept = names().filter((name) => name.startsWith("sessions.broken-"));
  expect(kept.map((name) => readFileSync(at(name), "utf8"))).toEqual(["in the way"]);
});

test("sessions that cannot be written are an error in words, and other turns are answered", async () => {
  const server = await home.launch();
  const serving = { baseUrl: await server.baseUrl, key: server.key };
  rmSync(at("sessions"), { recursive: true, force: true });
  writeFileSync(at("sessions"), "in the way");
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${server.key}` };
  const post = (route: string, body: object) =>
    fetch(serving.baseUrl + route, { method: "POST", headers, body: JSON.stringify(body) });
  const refused = await post("/conversational", { session_id: "s", message: "Hi" });
  expect(refused.status).toBeGreaterThanOrEqual(500);
  const words = await refused.text();
  expect(words).not.toContain(home.folder);
  const messages = [{ role: "user", content: "Hi" }];
  const answered = await post("/chat/completions", { model: "claude-sonnet-4-6", messages });
  expect(await answered.json()).toMatchObject({ choices: [{ message: { content: "Fine." } }] });
});

test("a folder for process records that cannot be made does not keep the brain from answering", async () => {
  writeFileSync(at("processes"), "in the way");
  expect((await answers()).reply).toBe("Fine.");
});

test("a data folder that cannot be made is told in a sentence", async () => {
  writeFileSync(at("file"), "");
  const server = await home.launch({ BRAINSTEM_HOME: at("file", "home") });
  await expect(server.baseUrl).rejects.toThrow(/Brainstem cannot use its folder .*file\/home/);
});
