import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { test } from "./desktop";
import { writeConversation } from "./written";

const minute = 60_000;
const listOf = (page: Page) => page.getByRole("navigation", { name: "Conversations" });
const logOf = (page: Page) => page.getByRole("log", { name: "Conversation" });

test("a conversation of 2,000 messages opens at its end, and scroll and keys lead back to its beginning", async ({
  desktop,
}) => {
  const texts = Array.from({ length: 2000 }, (_, index) => `Said as number ${index}.`);
  writeConversation(desktop.home, { title: "Very long", texts, at: Date.now() });
  const { page } = await desktop.launch({ args: ["--demo"] });
  await listOf(page).getByRole("button", { name: "Very long", exact: true }).click();
  const log = logOf(page);
  await expect(log.getByText("Said as number 1999.")).toBeInViewport();
  await expect(log.getByText("Said as number 1000.")).toHaveCount(0);
  await expectAccessible(page);

  // By the wheel: what is read stays in view while more comes above it.
  const readTo = async (number: number, step: () => Promise<void>) => {
    const wanted = log.getByText(`Said as number ${number}.`, { exact: true });
    await expect(async () => {
      await step();
      await expect(wanted).toHaveCount(1, { timeout: 300 });
    }).toPass({ timeout: 60_000, intervals: [50] });
  };
  await log.hover();
  await readTo(1880, () => page.mouse.wheel(0, -3000));
  await log.focus();
  await readTo(1800, () => log.press("Home"));
  const earlier = page.getByRole("button", { name: "Show earlier messages" });
  await earlier.focus();
  await readTo(1700, () => earlier.press("Enter"));
  await expect(earlier).toBeFocused();

  // Back at once, even with earlier ones on their way.
  const latest = await page.getByRole("button", { name: "Jump to latest" }).elementHandle();
  await earlier.evaluate((button: HTMLElement, latest) => {
    button.click();
    (latest as HTMLElement).click();
  }, latest);
  await expect(log.getByText("Said as number 1660.", { exact: true })).toHaveCount(1);
  await expect(log.getByText("Said as number 1999.")).toBeInViewport();
  await expect(log).toBeFocused();
});

test("5,000 conversations are listed stretch by stretch, and searched on all branches", async ({ desktop }) => {
  const now = Date.now();
  for (let index = 0; index < 5000; index += 1) {
    const texts = [`Question ${index}`, `Answer ${index} of the tide.`];
    writeConversation(desktop.home, { title: `Talk ${index}`, texts, at: now - index * minute });
  }
  writeConversation(desktop.home, {
    title: "Oldest of all",
    texts: ["What is said in its place", "An answer."],
    hidden: "A word about xylophones",
    at: now - 9000 * minute,
  });
  const { page } = await desktop.launch({ args: ["--demo"] });
  const list = listOf(page);
  const items = list.getByRole("listitem");
  await expect(list.getByText("Talk 0", { exact: true })).toBeVisible();
  await items.first().hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    await expect(list.getByText("Talk 400", { exact: true })).toHaveCount(1, { timeout: 300 });
  }).toPass({ timeout: 60_000, intervals: [50] });

  const search = page.getByRole("searchbox", { name: "Search conversations" });
  await search.fill("talk 4999");
  await expect(items).toHaveCount(1);
  await search.fill("xylophones");
  await expect(items.first().locator("mark")).toHaveText("xylophones");
  await expect(items).toHaveCount(1);
  await items.first().getByRole("button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Oldest of all");
  await expect(logOf(page)).toContainText("What is said in its place");
});
