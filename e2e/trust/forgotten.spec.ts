import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { processesAtHome } from "../../src-main/brain/testing/hostile-machine";
import { startStandIn } from "../../src-main/demo/stand-in";
import { askedText } from "../clients/scripted";
import { expectAccessible } from "../desktop/accessible";
import { API_KEY } from "../desktop/app";
import { test } from "../desktop/desktop";
import { goToSettings } from "../desktop/settings";
import { sayIn } from "./at-home";

/** Stands in everything that is said; nothing else of the app has it. */
const word = "zebrawort";

/** Files below a folder that hold the word, in the ways that programs here write text. */
function holding(folder: string): string[] {
  const forms = [Buffer.from(word), Buffer.from(word, "utf16le")];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return holding(place);
    if (!entry.isFile()) return [];
    const content = readFileSync(place);
    return forms.some((form) => content.includes(form)) ? [place] : [];
  });
}

test("everything that was said is deleted for good: no file holds a word of it, settings and agents stay", async ({
  desktop,
}) => {
  const upstream = await startStandIn({
    respond: (body) => ({
      steps: [
        { text: `Answer: ${askedText(body)}` },
        ...(askedText(body).includes("endless") ? [{ hang: true as const }] : []),
      ],
    }),
  });
  desktop.logIn();
  const at = (...names: string[]) => path.join(desktop.home, ...names);
  for (const name of ["agents", "conversations", "sessions"]) mkdirSync(at(name));
  writeFileSync(at("agents", "helper.md"), "---\ntools: [Read]\n---\nBe helpful.\n");
  // What was damaged before and kept aside.
  for (const name of ["jobs", "conversations", "sessions"]) writeFileSync(at(`${name}.broken-2026`), word);
  writeFileSync(at("conversations", "00000000-0000-4000-8000-000000000001.jsonl"), `damaged ${word}`);
  writeFileSync(at("sessions", "a.json.broken-2026"), word);

  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  const { page } = app;
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  const baseUrl = (await app.status()).baseUrl ?? "";
  const post = async (url: string, body: object) => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${API_KEY}` };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as { id: string; job_id: string; status: string } };
  };
  const say = async (text: string) => {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("log", { name: "Conversation" })).toContainText(`Answer: ${text}`);
  };
  await say(`${word} in a chat`);
  await expect(page.getByText(/first word after/)).toBeVisible();
  await page.getByRole("button", { name: "New chat" }).first().click();
  await say(`${word} endless chat`);
  expect(await sayIn({ baseUrl, key: API_KEY }, "call-1", `${word} in a session`)).toContain(word);
  const response = await post(`${baseUrl}/responses`, { model: "claude-sonnet-4-6", input: `${word} in a response` });
  const execute = baseUrl.replace("/v1", "/execute");
  const job = (prompt: string) => post(execute, { prompt, agent: "helper" });
  await job(`${word} in a job`);
  const workers = () =>
    processesAtHome(desktop.userHome).filter(({ arguments: given }) => given.includes("\0--tools\0Read\0"));
  const jobs = () => readdirSync(at("jobs")).map((name) => readFileSync(at("jobs", name), "utf8"));
  await expect.poll(() => jobs().filter((text) => text.includes('"status":"completed"')).length).toBe(1);
  await job(`${word} endless job`);
  await expect.poll(() => jobs().filter((text) => text.includes("Answer")).length).toBe(2);
  expect(workers()).not.toEqual([]);
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByRole("textbox", { name: "Message" }).fill(`${word} in a draft`);
  const attached = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from(`${word} in a file`) };
  await page.locator("input[type=file]").setInputFiles(attached);
  await expect.poll(() => existsSync(at("drafts")) && holding(at("drafts")).length).toBe(1);
  // The page's own storage takes its time.
  const draft = () => holding(at("session", "Local Storage")).length;
  await expect
    .poll(async () => {
      await app.electron.evaluate(({ session }) => session.defaultSession.flushStorageData());
      return draft();
    })
    .toBeGreaterThan(0);

  await goToSettings(page);
  await page.getByRole("button", { name: "Delete everything…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete everything that was said?" });
  await expect(dialog).toContainText("That is 2 conversations, 1 session of an app, and 2 jobs.");
  await expect(dialog).toContainText("This cannot be undone.");
  await expectAccessible(page);
  const shots = process.env["BRAINSTEM_SHOTS"];
  if (shots) await page.screenshot({ path: `${shots}-delete.png` });
  await dialog.getByRole("textbox").fill("delete");
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByText("Everything that was said is deleted.")).toBeVisible();
  await expect(page.getByText("There is nothing.")).toBeVisible();

  await expect.poll(() => holding(desktop.home)).toEqual([]);
  expect(readdirSync(at("jobs"))).toEqual([]);
  // The job at work has ended with its process.
  await expect.poll(() => workers()).toEqual([]);
  expect(existsSync(at("agents", "helper.md"))).toBe(true);
  for (const name of ["Chat", "Agents", "Activity"]) {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name }).click();
    await expect(page.getByRole("main").first()).toBeVisible();
    await expect(page.getByText(word)).toHaveCount(0);
  }
  // Nobody can go on from what was said, and what is said from now on is kept again.
  const next = { model: "claude-sonnet-4-6", input: "And?", previous_response_id: response.body.id };
  expect((await post(`${baseUrl}/responses`, next)).status).toBe(400);
  expect(await sayIn({ baseUrl, key: API_KEY }, "call-1", "And now?")).toBe("Answer: And now?");
  expect(JSON.stringify(upstream.requests.at(-1)?.body)).not.toContain(word);

  await app.end();
  expect(holding(desktop.home)).toEqual([]);
  await upstream.close();
});
