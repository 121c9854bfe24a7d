import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { test } from "./desktop";
import { enter, field, goToSettings, openSettings, settingsOf } from "./settings";

const search = (page: Page) => page.getByRole("searchbox", { name: "Search the settings" });
const index = (page: Page) => page.getByRole("navigation", { name: "Sections of the settings" });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true });

test("a setting is found by words in any order, and nothing found is said", async ({ desktop }) => {
  const { page } = await openSettings(desktop);
  await page.keyboard.press("Control+f");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("first wait");
  await expect(field(page, "Longest wait for the first word")).toBeVisible();
  await expect(field(page, "Turns at once")).toBeHidden();
  await expect(heading(page, "Brain")).toBeVisible();
  await expect(heading(page, "Endpoint")).toBeHidden();
  await expect(index(page).getByRole("button")).toHaveText(["Brain"]);
  await search(page).fill("cors");
  await expect(page.getByText("Web pages that may call it")).toBeVisible();
  await search(page).fill("ollama");
  await expect(heading(page, "Backends")).toBeVisible();
  await expect(index(page).getByRole("button")).toHaveText(["Backends"]);
  await search(page).fill("flying carpet");
  await expect(page.getByText("No setting matches “flying carpet”.")).toBeVisible();
  await expectAccessible(page);
  await search(page).press("Escape");
  await expect(search(page)).toHaveValue("");
  await expect(heading(page, "Endpoint")).toBeVisible();
});

test("the index leads to a section and marks the one that is read; so does the palette", async ({ desktop }) => {
  const app = await openSettings(desktop);
  const { page } = app;
  const current = index(page).locator("[aria-current]");
  await expect(current).toHaveText("Brain");
  await index(page).getByRole("button", { name: "Startup" }).click();
  await expect(heading(page, "Startup")).toBeInViewport();
  await expect(heading(page, "Startup")).toBeFocused();
  await expect(current).toHaveText("Startup");
  await page.locator("[data-settings]").evaluate((place) => place.scrollTo({ top: place.scrollHeight }));
  await expect(current).toHaveText("About");
  await page.locator("[data-settings]").evaluate((place) => place.scrollTo({ top: 0 }));
  await expect(current).toHaveText("Brain");

  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Chat" }).click();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("settings: data");
  await expect(page.getByRole("option", { selected: true })).toHaveText("Settings: Data");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Data")).toBeInViewport();
  await expect(heading(page, "Data")).toBeFocused();

  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(520, 700));
  await expect(index(page)).toBeHidden();
  await page.getByRole("combobox", { name: "Sections of the settings" }).selectOption("Appearance");
  await expect(heading(page, "Appearance")).toBeInViewport();
  await expectAccessible(page);
});

test("numbers are checked with words, kept, and go back to their default", async ({ desktop }) => {
  const { page } = await openSettings(desktop);
  const turns = field(page, "Turns at once");
  await enter(page, "Turns at once", "0");
  await expect(page.getByRole("alert")).toHaveText("Write a whole number from 1 to 200.");
  await expect(turns).toHaveAttribute("aria-invalid", "true");
  await enter(page, "Turns at once", "2.5");
  await expect(page.getByRole("alert")).toHaveText("Write a whole number from 1 to 200.");
  expect((await settingsOf(page)).brain.maxTurns).toBe(8);
  await enter(page, "Turns at once", "3");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect.poll(async () => (await settingsOf(page)).brain.maxTurns).toBe(3);
  await page.getByRole("button", { name: "Back to default: 8 (Turns at once)" }).click();
  await expect(turns).toHaveValue("8");
  await expect.poll(async () => (await settingsOf(page)).brain.maxTurns).toBe(8);

  const patience = page.getByRole("group", { name: "Patience" });
  await expect(patience).toContainText("Default: 60 seconds.");
  for (const [name, section, key] of [
    ["Sessions that are kept", "sessions", "maxSessions"],
    ["Jobs at once", "jobs", "maxRunning"],
  ] as const) {
    await enter(page, name, "7");
    await expect.poll(async () => ((await settingsOf(page))[section] as Record<string, unknown>)[key]).toBe(7);
  }
});

test("models that may be named are added and removed, wrong ones are refused with words", async ({ desktop }) => {
  const app = await openSettings(desktop);
  const { page } = app;
  const input = field(page, "Models that apps may name");
  await input.fill("two words");
  await input.press("Enter");
  await expect(page.getByRole("alert")).toContainText("letters, digits and . : - _ [ ] / only");
  await input.fill("claude-haiku-9");
  await input.press("Enter");
  await expect(page.getByRole("button", { name: "Remove claude-haiku-9" })).toBeVisible();
  await page.getByRole("button", { name: "Remove claude-haiku-4-5" }).click();
  await expect
    .poll(async () => (await settingsOf(page)).brain.models)
    .toEqual(["claude-sonnet-4-6", "claude-opus-4-7", "claude-haiku-9"]);
  await input.fill("claude-haiku-9");
  await input.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("This is on the list already.");
});

test("a Claude program that is none is refused beside its field, and the brain goes on", async ({ desktop }) => {
  const app = await openSettings(desktop);
  const { page } = app;
  await expect(page.getByText(/Version \d+\.\d+\.\d+ is in use\./)).toBeVisible();
  await enter(page, "Claude program", "/nowhere/claude");
  await expect(page.getByRole("alert")).toContainText("There is nothing at this path.");
  expect((await settingsOf(page)).brain.claudePath).toBe("");
  expect((await app.status()).state).toBe("ready");
});

test("size, density and theme are there at once, and at the next start before anything is painted", async ({
  desktop,
}) => {
  const app = await openSettings(desktop);
  const { page } = app;
  const rootSize = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await rootSize();
  await page.getByRole("radio", { name: "Large" }).click();
  await expect.poll(rootSize).toBeGreaterThan(before * 1.1);
  await page.getByRole("radio", { name: "Compact" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => document.documentElement.clientWidth)).toBeLessThan(700);
  const wide = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll("main, [data-settings]")].map(
        (each) => each.scrollWidth - each.clientWidth,
      ),
    );
  expect(Math.max(...(await wide()))).toBeLessThanOrEqual(1);
  await app.end();

  const again = await desktop.launch({ args: ["--demo"] });
  await expect(again.page.locator("html")).toHaveAttribute("data-size", "large");
  await expect(again.page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("settings that cannot be saved say so, and what was in force stays", async ({ desktop }) => {
  const { page } = await openSettings(desktop);
  // A folder in the file's place stops everybody, the superuser included.
  rmSync(join(desktop.home, "settings.json"), { force: true });
  mkdirSync(join(desktop.home, "settings.json", "x"), { recursive: true });
  await enter(page, "Turns at once", "4");
  await expect(page.getByRole("alert")).toContainText("That was not saved: The settings could not be saved: a folder");
  expect((await settingsOf(page)).brain.maxTurns).toBe(8);
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.getByRole("alert")).toHaveCount(2);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("every part of the settings is accessible in both themes", async ({ desktop }) => {
  const { page } = await openSettings(desktop);
  await enter(page, "Turns at once", "1000");
  await enter(page, "Port", "7412");
  await expectAccessible(page);
  await page.getByRole("switch", { name: "Other computers may call it" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Delete…" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show licences" }).click();
  const licences = page.getByRole("dialog", { name: "Licences" });
  await licences.getByText("zod", { exact: true }).click();
  await expect(licences).toContainText("Permission is hereby granted");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await goToSettings(page);
});
