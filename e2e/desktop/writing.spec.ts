import { expect } from "@playwright/test";
import { fieldOf, logOf, openChat, say } from "./chat";
import { test } from "./desktop";

test("Escape stops from anywhere in the chat, but belongs first to what is open and to the input method", async ({
  desktop,
}) => {
  const { page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "Words " }, { hang: true }] }));
  const log = logOf(page);
  const stop = page.getByRole("button", { name: "Stop" });
  await say(page, "Talk");
  await expect(log).toContainText("Words");

  await page.getByRole("button", { name: /^Model: / }).click();
  await expect(page.getByRole("dialog", { name: "This conversation" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "This conversation" })).toBeHidden();
  await page.getByRole("button", { name: /^Actions for/ }).press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await fieldOf(page).evaluate((field) => {
    const press = { key: "Escape", bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent("keydown", { ...press, isComposing: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { ...press, keyCode: 229 } as KeyboardEventInit));
  });
  await expect(stop).toBeVisible();
  expect(upstream.requests.at(-1)?.abortedAt).toBeUndefined();

  await page.getByRole("button", { name: "Add pictures or files" }).hover();
  await expect(page.getByRole("tooltip")).toBeAttached();
  await log.focus();
  await page.keyboard.press("Escape");
  await expect(log).toContainText("Stopped");
  await upstream.requests.at(-1)?.aborted;
  await upstream.close();
});

test("Enter while an input method composes sends nothing", async ({ desktop }) => {
  const { page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "Yes." }] }));
  await fieldOf(page).fill("にほん");
  await fieldOf(page).evaluate((field) => {
    const press = { key: "Enter", bubbles: true, cancelable: true, isComposing: true };
    field.dispatchEvent(new KeyboardEvent("keydown", press));
  });
  await expect(fieldOf(page)).toHaveValue("にほん");
  await fieldOf(page).press("Enter");
  await expect(logOf(page)).toContainText("Yes.");
  expect(upstream.requests).toHaveLength(1);
  await upstream.close();
});

test("what was typed and not sent is there after a restart, in its own conversation", async ({ desktop }) => {
  const { app, page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "Yes." }] }));
  await say(page, "First");
  await expect(logOf(page)).toContainText("Yes.");
  await fieldOf(page).fill("half a thought");
  await page.getByRole("button", { name: "New chat" }).click();
  await fieldOf(page).fill("another");
  await app.electron.evaluate(({ app: running }) => running.quit()).catch(() => undefined);
  await app.exited;

  const again = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect(fieldOf(again.page)).toHaveValue("another");
  const list = again.page.getByRole("navigation", { name: "Conversations" });
  await list.getByRole("button", { name: "First", exact: true }).click();
  await expect(fieldOf(again.page)).toHaveValue("half a thought");
  await upstream.close();
});
