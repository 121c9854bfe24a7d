import { expect, type Page } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { expectAccessible } from "./accessible";
import type { BrainstemApp } from "./app";
import { test } from "./desktop";
import { chooseInPalette } from "./palette";
import { pressKeys } from "./press-keys";

const settings = (page: Page) =>
  page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Settings" }).click();

/** Whether the quick-ask window can be seen. */
const isShown = (app: BrainstemApp) =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().includes("view=quick-ask") && window.isVisible(),
    ),
  );

const heightOf = (app: BrainstemApp) =>
  app.electron.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().includes("view=quick-ask"))
        ?.getBounds().height ?? 0,
  );

/** Its page, once `open` has opened it for the first time. */
async function openQuickAsk(app: BrainstemApp, open: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([
    app.electron.waitForEvent("window", { predicate: (each) => each.url().includes("view=quick-ask") }),
    open(),
  ]);
  await expect.poll(() => isShown(app)).toBe(true);
  return page;
}

const byPalette = ({ page }: BrainstemApp) => chooseInPalette(page, "Quick ask");

test("the shortcut asks from anywhere once it is turned on, and the conversation goes on in the main window", async ({
  desktop,
}) => {
  const upstream = await startStandIn({
    respond: ({ messages }) => ({ steps: [{ text: `**Answer ${Math.ceil(messages.length / 2)}**, with words.` }] }),
  });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  const press = () => pressKeys("Control_L", "Shift_L", "space");
  await press();
  await settings(app.page);
  await expect(app.page.getByRole("switch", { name: "Quick ask by shortcut" })).not.toBeChecked();
  expect(await isShown(app)).toBe(false);

  await app.page.getByRole("switch", { name: "Quick ask by shortcut" }).click();
  await expect(app.page.getByRole("switch", { name: "Quick ask by shortcut" })).toBeChecked();
  await expect
    .poll(() =>
      app.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered("CommandOrControl+Shift+Space")),
    )
    .toBe(true);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const page = await openQuickAsk(app, press);
  const field = page.getByRole("textbox", { name: "Ask" });
  await expect(field).toBeFocused();
  const low = await heightOf(app);
  await expectAccessible(page);

  await field.fill("What is the sea?");
  await field.press("Enter");
  await expect(page.getByRole("region", { name: "Answer" }).locator("strong")).toHaveText("Answer 1");
  await expect.poll(() => heightOf(app)).toBeGreaterThan(low);
  await expectAccessible(page);
  await field.fill("And the sky?");
  await field.press("Control+Enter");
  await expect.poll(() => isShown(app)).toBe(false);
  const message = app.page.getByRole("textbox", { name: "Message" });
  await expect(app.page.getByRole("log", { name: "Conversation" })).toContainText("What is the sea?");
  await expect(message).toHaveValue("And the sky?");
  await app.page.getByRole("button", { name: "Send" }).click();
  await expect(app.page.getByRole("log", { name: "Conversation" })).toContainText("Answer 2");

  await settings(app.page);
  await app.page.getByRole("switch", { name: "Quick ask by shortcut" }).click();
  await expect
    .poll(() =>
      app.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered("CommandOrControl+Shift+Space")),
    )
    .toBe(false);
  await upstream.close();
});

test("Escape first stops, then closes; an answer stays when another window is used, an empty field does not", async ({
  desktop,
}) => {
  const upstream = await startStandIn({ respond: () => ({ steps: [{ text: "It begins" }, { hang: true }] }) });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  const page = await openQuickAsk(app, () => byPalette(app));
  const field = page.getByRole("textbox", { name: "Ask" });
  const blur = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().includes("view=quick-ask"))
        ?.emit("blur"),
    );
  await field.fill("A long story");
  await field.press("Enter");
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("It begins");
  await blur();
  expect(await isShown(app)).toBe(true);
  await field.press("Escape");
  await expect(page.getByText("Stopped", { exact: true })).toBeVisible();
  await upstream.requests.at(-1)?.aborted;
  expect(await isShown(app)).toBe(true);
  await field.press("Escape");
  await expect.poll(() => isShown(app)).toBe(false);

  await byPalette(app);
  await expect.poll(() => isShown(app)).toBe(true);
  await expect(page.getByRole("region", { name: "Answer" })).toBeHidden();
  await blur();
  await expect.poll(() => isShown(app)).toBe(false);
  await upstream.close();
});

test("what an input method composes is not sent", async ({ desktop }) => {
  const app = await desktop.launch({ args: ["--demo"] });
  const page = await openQuickAsk(app, () => byPalette(app));
  const field = page.getByRole("textbox", { name: "Ask" });
  await field.fill("にほん");
  await field.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await expect(field).toHaveValue("にほん");
  await field.press("Enter");
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("You said: “にほん”");
});

test("its page may ask for its question alone", async ({ desktop }) => {
  const app = await desktop.launch({ args: ["--demo"] });
  const page = await openQuickAsk(app, () => byPalette(app));
  const ask = (name: string) =>
    page.evaluate(
      (route) =>
        (
          window as unknown as { brainstem: { request(name: string, input?: unknown): Promise<unknown> } }
        ).brainstem.request(route),
      name,
    );
  for (const route of ["endpoint.revealKey", "endpoint.rotateKey", "agents.list", "usage.list"]) {
    expect(await ask(route)).toEqual({ ok: false, error: { message: "The window may not ask for that." } });
  }
  expect(
    await page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "reached",
        () => "refused",
      ),
    ),
  ).toBe("refused");
  expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe("undefined");
});

test("other keys are chosen by pressing them, and keys that another program has are said to be taken", async ({
  desktop,
}) => {
  const app = await desktop.launch({ args: ["--demo"] });
  const { page } = app;
  await settings(page);
  const recorder = page.getByRole("button", { name: /^Shortcut: / });
  await recorder.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("a");
  await expect(page.getByText("Hold Ctrl, Alt or the system's key")).toBeVisible();
  await page.keyboard.press("Control+Alt+J");
  await expect(recorder).toHaveText("Ctrl Alt J");
  await expect(page.getByText("Hold Ctrl, Alt or the system's key")).toBeHidden();
  await page.getByRole("switch", { name: "Quick ask by shortcut" }).click();
  await expect
    .poll(() => app.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered("Control+Alt+J")))
    .toBe(true);
  await expectAccessible(page);

  const other = await desktop.launch({ args: ["--demo"], env: { BRAINSTEM_HOME: `${desktop.home}-other` } });
  await settings(other.page);
  await other.page.getByRole("button", { name: /^Shortcut: / }).click();
  await other.page.keyboard.press("Control+Alt+J");
  await other.page.getByRole("switch", { name: "Quick ask by shortcut" }).click();
  await expect(other.page.getByRole("alert")).toContainText("Another program has Ctrl Alt J");
  await expectAccessible(other.page);
});
