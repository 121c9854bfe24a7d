import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { logOf, openChat, say } from "./chat";
import { test } from "./desktop";

const trigger = (page: Page) => page.getByRole("button", { name: /^Model: / });

async function choose(page: Page, name: string): Promise<void> {
  await trigger(page).click();
  await page.getByRole("dialog", { name: "This conversation" }).getByRole("option", { name }).click();
}

const done = (page: Page) => expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();

test("an agent answers the conversation it was chosen for, and no other, also after a restart", async ({ desktop }) => {
  mkdirSync(join(desktop.home, "agents"), { recursive: true });
  writeFileSync(join(desktop.home, "agents", "gardener.md"), "---\n---\n\nYou are a gardener. Speak of plants.\n");
  const { app, page, upstream, complaints } = await openChat(desktop, ({ system }) => ({
    steps: [{ text: JSON.stringify(system).includes("You are a gardener") ? "Water the roses." : "Nobody special." }],
  }));

  await choose(page, "gardener");
  await expect(trigger(page)).toContainText("gardener");
  await say(page, "What should I do today?");
  await expect(logOf(page)).toContainText("Water the roses.");
  await done(page);

  await page.getByRole("button", { name: "New chat" }).click();
  await expect(trigger(page)).not.toContainText("gardener");
  await say(page, "Who are you?");
  await expect(logOf(page)).toContainText("Nobody special.");
  await done(page);
  await app.end();

  const next = (await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } })).page;
  await next.getByRole("button", { name: /^What should I do today/ }).click();
  await expect(trigger(next)).toContainText("gardener");
  await say(next, "And tomorrow?");
  await expect(logOf(next).getByText("Water the roses.")).toHaveCount(2);
  await done(next);
  await next.getByRole("button", { name: /^Who are you/ }).click();
  await expect(trigger(next)).not.toContainText("gardener");
  await say(next, "Still nobody?");
  await expect(logOf(next).getByText("Nobody special.")).toHaveCount(2);

  // Activity names who answered.
  await next.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  await expect(next.getByText("agent/gardener").locator("visible=true").first()).toBeVisible();
  expect(complaints).toEqual([]);
  await upstream.close();
});
