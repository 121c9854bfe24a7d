import { cpSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test as headless } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { readStream } from "../../src-main/endpoint/testing/read-stream";
import { askedText, say } from "../clients/scripted";
import { test } from "../desktop/desktop";
import { makeHome, sayIn } from "./at-home";
import { noDisks, SeenDisk, withDisk, wrapperWithDisk } from "./own-disk";

const missing = noDisks();
const parsed = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

headless("the endpoint answers with a full disk, nothing is torn, and what was used is written later", async () => {
  headless.skip(missing !== undefined, missing);
  const home = await makeHome((body) => ({ steps: say(`Answer to ${askedText(body)}.`) }));
  const folder = path.join(home.folder, "data");
  mkdirSync(folder);
  try {
    const server = await home.launch({ BRAINSTEM_HOME: folder }, withDisk(folder, { MiB: 4 }));
    const serving = { baseUrl: await server.baseUrl, key: server.key };
    const disk = new SeenDisk(server.pid, folder);
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${server.key}` };
    const ask = async (content: string) => {
      const body = JSON.stringify({ model: "claude-sonnet-4-6", messages: [{ role: "user", content }] });
      const answer = await fetch(`${serving.baseUrl}/chat/completions`, { method: "POST", headers, body });
      return ((await answer.json()) as { choices: { message: { content: string } }[] }).choices[0]?.message.content;
    };
    expect(await sayIn(serving, "kept", "one")).toBe("Answer to one.");
    disk.fill();
    for (const question of ["two", "three", "four"]) expect(await ask(question)).toBe(`Answer to ${question}.`);
    // A session that cannot be remembered is no turn that was answered, and the caller is told what to do.
    for (const accept of ["application/json", "text/event-stream"]) {
      const answer = await fetch(`${serving.baseUrl}/conversational`, {
        method: "POST",
        headers: { ...headers, Accept: accept },
        body: JSON.stringify({ session_id: "kept", message: "unheard" }),
      });
      const { text: words } = await readStream(answer);
      expect(words).toContain('"error":"not remembered"');
      expect(words).toContain("the disk is full. Make room");
      expect(words).not.toContain("event: done");
      if (accept === "application/json") expect(answer.status).toBe(507);
      else expect(words).toContain("event: error");
    }
    expect(server.complaint()).not.toContain("unheard");
    disk.free();
    expect(await sayIn(serving, "kept", "five")).toBe("Answer to five.");
    const { messages } = home.upstream.requests.at(-1)?.body ?? { messages: [] };
    expect(JSON.stringify(messages)).toContain("Answer to one.");
    expect(JSON.stringify(messages)).not.toContain("unheard");
    await expect
      .poll(() => parsed(disk.read("usage.jsonl")).reduce((turns, row) => turns + row.turns, 0))
      .toBeGreaterThanOrEqual(5);
    await expect.poll(() => parsed(disk.read("logs", "brainstem.log")).length).toBeGreaterThan(5);
    expect(readdirSync(disk.at()).filter((name) => name.endsWith("-tmp"))).toEqual([]);
  } finally {
    await home.close();
  }
});

test("with a full disk the window answers, says what is not saved, and saves it when there is room", async ({
  desktop,
}) => {
  test.skip(missing !== undefined, missing);
  const upstream = await startStandIn({
    // Longer than what a file's last block has left.
    respond: (body) => ({ steps: [{ text: `Answer to ${askedText(body)}. ` }, { text: "and so on ".repeat(2000) }] }),
  });
  desktop.logIn();
  const env = { ANTHROPIC_BASE_URL: upstream.url };
  const wrapper = wrapperWithDisk(desktop.userHome, desktop.home, { MiB: 64 });
  const app = await desktop.launch({ env, wrapper });
  const disk = new SeenDisk(app.pid, desktop.home);
  const { page } = app;
  const log = page.getByRole("log", { name: "Conversation" });
  const ask = async (text: string) => {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(log).toContainText(`Answer to ${text}.`);
    await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  };
  const unsaved = page.getByRole("region", { name: "Not everything is saved" });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await ask("one");
  disk.fill();
  await ask("two");
  await expect(unsaved).toContainText("the disk is full");
  if (process.env["BRAINSTEM_SHOTS"]) await page.screenshot({ path: `${process.env["BRAINSTEM_SHOTS"]}-unsaved.png` });
  // A conversation that cannot even be begun on the disk.
  await page.getByRole("button", { name: "New chat" }).first().click();
  disk.fill();
  await ask("three");
  await ask("four");
  const changed = await app.saveSettings({ appearance: { theme: "dark" } });
  expect(changed).toMatchObject({ ok: false, error: { message: expect.stringContaining("the disk is full") } });
  // The switch works, though that cannot be remembered.
  await page.getByRole("switch", { name: "Brain" }).click();
  await expect.poll(async () => (await app.status()).state).toBe("stopped");
  await page.getByRole("switch", { name: "Brain" }).click();
  await expect.poll(async () => (await app.status()).state).toBe("ready");

  disk.free();
  await expect(unsaved).toBeHidden();
  const files = readdirSync(disk.at("conversations")).filter((name) => name.endsWith(".jsonl"));
  const texts = files.map((name) => parsed(disk.read("conversations", name)));
  expect(JSON.stringify(texts)).toContain("Answer to two.");
  expect(JSON.stringify(texts)).toContain("Answer to four.");

  // The disk goes with the app; what is on it is what a crash would leave.
  const left = path.join(desktop.userHome, "left");
  cpSync(disk.at("conversations"), path.join(left, "conversations"), { recursive: true });
  process.kill(app.pid, "SIGKILL");
  await app.exited;
  const again = await desktop.launch({ env: { ...env, BRAINSTEM_HOME: left } });
  await again.page.getByRole("navigation", { name: "Conversations" }).getByText("three").click();
  await expect(again.page.getByRole("log", { name: "Conversation" })).toContainText("Answer to four.");
  await expect(again.page.getByRole("region", { name: "Some of your data" })).toBeHidden();
  await upstream.close();
});
