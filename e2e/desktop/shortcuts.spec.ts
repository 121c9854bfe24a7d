import { expect, type Page } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { expectAccessible } from "./accessible";
import type { BrainstemApp } from "./app";
import { type Desktop, test } from "./desktop";
import { chooseInPalette } from "./palette";

async function launchDemo(desktop: Desktop): Promise<BrainstemApp> {
  const app = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  return app;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const message = (page: Page) => page.getByRole("textbox", { name: "Message" });
const list = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

async function say(page: Page, text: string): Promise<void> {
  await message(page).fill(text);
  await page.keyboard.press("Enter");
  await expect(page.getByText("first word after")).toBeVisible();
}

test("every key in the list does what the list says", async ({ desktop }) => {
  const { page } = await launchDemo(desktop);
  await page.keyboard.press("Control+/");
  await expect(list(page)).toContainText("New chatCtrl N");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(message(page)).toBeFocused();
  await page.keyboard.type("?");
  await expect(message(page)).toHaveValue("?");
  await message(page).fill("");

  for (const [keys, name] of [
    ["Control+2", "Agents"],
    ["Control+3", "Activity"],
    ["Control+4", "Connect"],
    ["Control+5", "Settings"],
    ["Control+,", "Settings"],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(heading(page)).toHaveText(name);
  }
  await page.locator("main").focus();
  await page.keyboard.press("Shift+?");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+1");
  await expect(message(page)).toBeFocused();
  await page.keyboard.press("Control+B");
  await expect(page.getByRole("complementary", { name: "Sidebar" })).toBeHidden();
  await page.keyboard.press("Control+Shift+F");
  await expect(page.getByRole("searchbox", { name: "Search conversations" })).toBeFocused();
  await page.keyboard.press("F6");
  await expect(page.getByRole("searchbox", { name: "Search conversations" })).not.toBeFocused();
  await page.keyboard.press("F6");
  await expect(message(page)).toBeFocused();
  await page.keyboard.press("Control+N");
  await expect(message(page)).toBeFocused();
  await page.keyboard.press("Control+K");
  await expect(page.getByRole("dialog", { name: "Go anywhere" })).toBeVisible();
});

test("the palette reaches every page", async ({ desktop }) => {
  const { page } = await launchDemo(desktop);
  for (const name of ["Agents", "Activity", "Connect", "Settings"]) {
    await chooseInPalette(page, name);
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  }
  await chooseInPalette(page, "Keyboard shortcuts");
  await expect(list(page)).toBeVisible();
});

test("the focus stays where a person at the keyboard expects it", async ({ desktop }) => {
  const { page } = await launchDemo(desktop);
  await page.keyboard.press("Control+2");
  await page.getByRole("button", { name: "New agent" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.getByRole("button", { name: "New agent" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("gardener");
  await page.getByRole("button", { name: "Save" }).press("Enter");
  const edit = page.getByRole("button", { name: "Edit gardener" });
  await expect(edit).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(edit).toBeFocused();
  await page.getByRole("button", { name: "Remove gardener" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).press("Enter");
  await expect(edit).toBeHidden();
  await expect(page.getByRole("button", { name: "New agent" })).toBeFocused();

  await page.getByRole("textbox", { name: "What to do" }).fill("Something to keep");
  await page.keyboard.press("Control+3");
  await expect(heading(page)).toHaveText("Activity");
  await page.keyboard.press("Control+2");
  await expect(page.getByRole("textbox", { name: "What to do" })).toHaveValue("Something to keep");
  await page.getByRole("textbox", { name: "What to do" }).press("Control+Enter");
  await page.getByRole("button", { name: "All agents and jobs" }).press("Enter");
  await expect(page.getByRole("button", { name: /Something to keep/ })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "What to do" })).toHaveValue("");

  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Add a backend" }).press("Enter");
  const form = page.getByRole("form", { name: "Add a backend" });
  await expect(form.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
  await form.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.getByRole("button", { name: "Add a backend" })).toBeFocused();
});

test("after a conversation is deleted the next one has the focus", async ({ desktop }) => {
  const { page } = await launchDemo(desktop);
  for (const text of ["One", "Two", "Three"]) {
    await page.keyboard.press("Control+N");
    await say(page, text);
  }
  const open = (name: string) =>
    page.getByRole("navigation", { name: "Conversations" }).getByRole("button", { name, exact: true });
  await open("Three").focus();
  await page.keyboard.press("Delete");
  await expect(open("Two")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(open("One")).toBeFocused();
  await page.getByRole("button", { name: "Actions for One" }).press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  await expect(page.getByRole("button", { name: /^New chat/ })).toBeFocused();
});

test("a no to an agent's question goes with words", async ({ desktop }) => {
  const upstream = await startStandIn({
    respond: ({ messages, tools = [] }) => {
      const told = JSON.stringify(messages[messages.length - 1]);
      if (told.includes("tool_result")) return { steps: [{ text: `I was told: ${/water[^"\\]*/.exec(told)?.[0]}` }] };
      if (!tools.some(({ name }) => name === "Bash")) return { steps: [{ text: "Nothing to do." }] };
      return { steps: [{ tool: "Bash", id: "toolu_1", input: [JSON.stringify({ command: "touch planted.txt" })] }] };
    },
  });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  const { page } = app;
  await page.keyboard.press("Control+2");
  await page.getByRole("button", { name: "New agent" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("planter");
  await page.getByRole("button", { name: "Bash?", exact: true }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("textbox", { name: "What to do" }).fill("Plant something");
  await page.keyboard.press("Control+Enter");
  const question = page.getByRole("region", { name: "planter asks to use Bash" });
  await question.getByRole("textbox", { name: "With a no" }).fill("water the old ones first");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log", { name: "What happened" })).toContainText("I was told: water the old ones first");
  await upstream.close();
});

/** What sticks out of the page sideways, or is cut off where nothing scrolls. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>("main, main *")].filter((each) => {
      const { overflowX } = getComputedStyle(each);
      if (each.closest(".sr-only") || each.classList.contains("truncate")) return false;
      const box = each.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return false;
      const scrolled = each.parentElement?.closest("pre, table, [class*='overflow-x-auto'], [class*='overflow-auto']");
      if (scrolled) return false;
      const outside = box.right > window.innerWidth + 1 || box.left < -1;
      const hidden =
        overflowX !== "visible" && !/auto|scroll/.test(overflowX) && each.scrollWidth > each.clientWidth + 1;
      return outside || (hidden && each.tagName !== "INPUT" && each.tagName !== "SELECT");
    });
    return wide.map((each) => `${each.tagName} ${each.className} ${each.textContent?.slice(0, 40)}`);
  });
}

test("at 200 % and without motion every page still fits", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await say(page, "Show me a table, please");
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 820);
    window?.webContents.setZoomFactor(2);
  });
  await page.waitForFunction(() => window.innerWidth === 640);
  const look = async (name: string) => {
    expect(await sticksOut(page), name).toEqual([]);
    // What would move is over within a millisecond.
    const moving = await page.evaluate(() =>
      document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0)),
    );
    expect(
      moving.filter((ms) => ms > 10),
      `${name} moves`,
    ).toEqual([]);
  };
  await look("a conversation");
  await page.keyboard.press("Control+N");
  await look("a new chat");
  for (const [keys, name] of [
    ["Control+2", "Agents"],
    ["Control+3", "Activity"],
    ["Control+4", "Connect"],
    ["Control+5", "Settings"],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(heading(page)).toHaveText(name);
    await look(name);
  }
  await page.keyboard.press("Control+2");
  await page.getByRole("button", { name: "New agent" }).click();
  await look("an agent's form");
  await page.keyboard.press("Control+3");
  await page.getByRole("radio", { name: "Usage" }).click();
  await look("Usage");
  await chooseInPalette(page, "Connect");
  await expect(heading(page)).toHaveText("Connect");
  await look("Connect");
  await page.keyboard.press("Control+/");
  await expect(list(page)).toBeVisible();
  await look("the list of keys");
});

test("at 200 % the first steps fit", async ({ desktop }) => {
  const app = await desktop.launch({ env: { BRAINSTEM_CLAUDE_PATH: "/nonexistent/claude" } });
  const { page } = app;
  await expect(page.getByRole("button", { name: "Look again" })).toBeVisible();
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 820);
    window?.webContents.setZoomFactor(2);
  });
  await page.waitForFunction(() => window.innerWidth === 640);
  expect(await sticksOut(page)).toEqual([]);
});
