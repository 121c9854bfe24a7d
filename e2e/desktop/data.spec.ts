import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { API_KEY } from "./app";
import { test } from "./desktop";
import { answerDialogs, goToSettings, openSettings } from "./settings";

const words = "The heron waits by the river";

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log", { name: "Conversation" }).getByText("first word after")).toBeVisible();
}

test("all conversations are exported, deleted for good after a word, and come back from the file", async ({
  desktop,
}) => {
  const app = await openSettings(desktop);
  const { page } = app;
  await say(page, words);
  await say(page, "And the otter?");
  await goToSettings(page);
  const file = join(desktop.userHome, "all.json");
  await answerDialogs(app, file);
  await expect(page.getByText(desktop.home, { exact: true })).toBeVisible();
  await expect(page.getByText(/\d.* on this computer/)).toBeVisible();
  await page.getByRole("button", { name: "Export all…" }).click();
  await expect(page.getByText("2 conversations are in the file.")).toBeVisible();
  expect(JSON.parse(readFileSync(file, "utf8")).conversations).toHaveLength(2);

  await page.getByRole("button", { name: "Delete everything…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete everything that was said?" });
  await expect(dialog).toContainText("That is 2 conversations.");
  await expect(dialog).toContainText("This cannot be undone.");
  const sure = dialog.getByRole("button", { name: "Delete everything" });
  await expect(sure).toBeDisabled();
  await dialog.getByRole("textbox").fill("delete");
  await sure.click();
  await expect(page.getByText("Everything that was said is deleted.")).toBeVisible();
  const list = page.getByRole("navigation", { name: "Conversations" });
  await expect(list.getByText(words)).toBeHidden();

  await page.getByRole("button", { name: "Import…" }).click();
  await expect(page.getByText("2 conversations were taken in.")).toBeVisible();
  await list.getByText(words).click();
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText(`You said: “${words}”`);
  await goToSettings(page);
  await page.getByRole("button", { name: "Import…" }).click();
  await expect(page.getByText("No conversation was new. 2 were here already.")).toBeVisible();
});

test("usage and activity are deleted apart from conversations", async ({ desktop }) => {
  const { page } = await openSettings(desktop);
  await say(page, words);
  await goToSettings(page);
  await page.getByRole("button", { name: "Delete…", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the usage of 1 turn?" });
  await dialog.getByRole("textbox").fill("delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Usage and activity are deleted.")).toBeVisible();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  await expect(page.getByText("Chat window")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Conversations" }).getByText(words)).toBeVisible();
});

test("diagnostics are copied without a key, a word or a user's name", async ({ desktop }) => {
  const app = await openSettings(desktop);
  const { page } = app;
  await say(page, words);
  await goToSettings(page);
  await expect(page.getByText("Chromium")).toBeVisible();
  await page.getByRole("button", { name: "Copy diagnostics" }).click();
  await expect.poll(app.clipboard).toContain("Brainstem diagnostics");
  const text = await app.clipboard();
  for (const part of ["electron: ", "claude: ", "conversations: 1", '"event":"endpoint listens"', " ready"]) {
    expect(text).toContain(part);
  }
  for (const planted of [API_KEY, words, "You said", desktop.userHome]) expect(text).not.toContain(planted);
});
