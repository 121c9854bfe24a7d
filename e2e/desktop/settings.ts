import { expect, type Locator, type Page } from "@playwright/test";
import type { Bridge } from "../../src-shared/ipc";
import type { Settings } from "../../src-shared/settings";
import type { BrainstemApp, LaunchOptions } from "./app";
import type { Desktop } from "./desktop";

/** The app with the demo brain ready, on its Settings. */
export async function openSettings(desktop: Desktop, options: LaunchOptions = {}): Promise<BrainstemApp> {
  const app = await desktop.launch({ ...options, args: ["--demo", ...(options.args ?? [])] });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await goToSettings(app.page);
  return app;
}

export const goToSettings = (page: Page): Promise<void> =>
  page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Settings" }).click();

/** The settings as the main process has them. */
export async function settingsOf(page: Page): Promise<Settings> {
  const reply = await page.evaluate(() =>
    (window as unknown as { brainstem: Bridge }).brainstem.request("app.snapshot", undefined),
  );
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.settings;
}

export const field = (page: Page, name: string): Locator => page.getByRole("textbox", { name, exact: true });

/** Writes into a field and keeps it, as Enter does. */
export async function enter(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).press("Enter");
}

/** What the next question for a file or a place is answered with. */
export async function answerDialogs(app: BrainstemApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen }) as never;
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] }) as never;
  }, path);
}
