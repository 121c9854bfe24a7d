import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { API_KEY, type BrainstemApp } from "./app";
import { type Desktop, test } from "./desktop";

const run = promisify(execFile);

async function launchDemo(desktop: Desktop): Promise<BrainstemApp> {
  const app = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await app.page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  return app;
}

async function ask(app: BrainstemApp, caller: string, text: string, more: Record<string, unknown> = {}): Promise<void> {
  const { baseUrl } = await app.status();
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json", "user-agent": caller },
    body: JSON.stringify({ model: "default", messages: [{ role: "user", content: text }], ...more }),
  });
  expect(await response.text()).toContain("You said");
}

const turns = (page: Page) => page.getByRole("region", { name: "Turns" }).getByRole("row");

/** Opens the newest turn's details. */
const openFirst = (page: Page) =>
  page
    .getByRole("button", { name: /^Show details/ })
    .first()
    .click();

test("turns are found by words, state and caller, and their first words are a chart with a sentence", async ({
  desktop,
}) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await ask(app, "Pipecat", "How is the weather in Sofia?");
  await ask(app, "Kitchen radio", "Play something calm.");
  await ask(app, "Kitchen radio", "Louder, please.");
  await expect(turns(page)).toHaveCount(4);
  await expect(page.getByRole("img", { name: /^3 turns: half had their first word within \d/ })).toBeVisible();
  await expectAccessible(page);

  const find = page.getByRole("searchbox", { name: "Find in turns" });
  await find.fill("sofia weather");
  await expect(turns(page)).toHaveCount(2);
  await expect(page.getByRole("img", { name: /^1 turn had its first word after \d/ })).toBeVisible();
  await find.fill("something else entirely");
  await expect(page.getByText("No turn matches.")).toBeVisible();
  await find.press("Escape");
  await page.getByRole("combobox", { name: "Asked by" }).selectOption("Kitchen radio");
  await expect(turns(page)).toHaveCount(3);
  await page.getByRole("combobox", { name: "State" }).selectOption("failed");
  await expect(page.getByText("No turn matches.")).toBeVisible();
});

test("a turn copied as curl asks the same again; one with more than its words says that it is approximate", async ({
  desktop,
}) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await ask(app, "Pipecat", 'It\'s "quoted" & 2 > 1');
  await openFirst(page);
  await page.getByRole("button", { name: "Copy as curl" }).click();
  await expect.poll(app.clipboard).toContain("curl -N");
  const { stdout } = await run("sh", ["-c", await app.clipboard()]);
  expect(stdout.trimEnd().endsWith("data: [DONE]")).toBe(true);
  await expect(turns(page).filter({ hasText: "curl/" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Find in turns" }).fill("2 > 1");
  await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(2);

  await page.getByRole("searchbox", { name: "Find in turns" }).fill("");
  const messages = [
    { role: "system", content: "Be kind." },
    { role: "user", content: "And now?" },
  ];
  await ask(app, "Pipecat", "", { messages });
  await page.getByRole("searchbox", { name: "Find in turns" }).fill("And now?");
  await openFirst(page);
  await expect(page.getByText("Approximate: only the last message")).toBeVisible();
  await page.getByRole("button", { name: "Copy as curl" }).click();
  await expect.poll(app.clipboard).toMatch(/^# Approximate/);
});

test("switched off, no words are kept: neither new ones nor those that were listed", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await ask(app, "Pipecat", "A first secret");
  await openFirst(page);
  await expect(page.getByText("A first secret", { exact: true })).toBeVisible();

  await page.getByRole("switch", { name: "Keep what was said" }).click();
  await expect(page.getByText("Not kept.")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Copy as curl" })).toHaveCount(0);
  await ask(app, "Pipecat", "A second secret");
  await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(2);
  await page.reload();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  await expect(page.getByRole("switch", { name: "Keep what was said" })).not.toBeChecked();
  await openFirst(page);
  await expect(page.getByText("Not kept.")).toHaveCount(2);
  expect(await page.content()).not.toContain("secret");

  await page.getByRole("switch", { name: "Keep what was said" }).click();
  await ask(app, "Pipecat", "Out in the open");
  await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(3);
  await openFirst(page);
  await expect(page.getByText("Out in the open", { exact: true })).toBeVisible();
});
