import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type Desktop, test } from "./desktop";
import { goToSettings, openSettings } from "./settings";

const entryOf = (desktop: Desktop) => join(desktop.userHome, ".config", "autostart", "brainstem.desktop");
const execOf = (desktop: Desktop) => /^Exec=(.*)$/m.exec(readFileSync(entryOf(desktop), "utf8"))?.[1] ?? "";

test("open at login and start hidden are two choices, and hidden is meant for the login alone", async ({ desktop }) => {
  const app = await openSettings(desktop);
  const { page } = app;
  const hidden = page.getByRole("switch", { name: "Start hidden" });
  const atLogin = page.getByRole("switch", { name: "Open at login" });
  await expect(hidden).not.toBeChecked();
  await expect(atLogin).not.toBeChecked();
  await hidden.click();
  await expect(hidden).toBeChecked();
  expect(existsSync(entryOf(desktop))).toBe(false);
  await atLogin.click();
  await expect.poll(() => existsSync(entryOf(desktop)) && execOf(desktop)).toMatch(/brainstem" "--hidden"$/);
  await app.end();

  // By hand: the window shows, whatever the setting for the login is.
  const byHand = await desktop.launch({ args: ["--demo"] });
  await expect.poll(() => byHand.isWindowVisible()).toBe(true);
  await byHand.end();

  // As the desktop starts it at login: with what stands in its entry.
  const [, ...args] = [...execOf(desktop).matchAll(/"([^"]*)"/g)].map(([, argument]) => argument ?? "");
  const login = await desktop.launch({ args: ["--demo", ...args] });
  await expect.poll(async () => (await login.tray()).tooltip()).toBe("Brainstem: ready");
  expect(await login.isWindowVisible()).toBe(false);
  const opened = login.electron.waitForEvent("window");
  await (await login.tray()).click("Open Brainstem");
  const shown = await opened;
  await goToSettings(shown);
  await shown.getByRole("switch", { name: "Start hidden" }).click();
  await expect.poll(() => execOf(desktop)).toMatch(/brainstem"$/);
});

test("the brain starts with the app or not, and one that was stopped stays stopped", async ({ desktop }) => {
  const app = await openSettings(desktop);
  await app.page.getByRole("switch", { name: "Start the brain with the app" }).click();
  await expect(app.page.getByRole("switch", { name: "Start the brain with the app" })).not.toBeChecked();
  expect((await app.status()).state).toBe("ready");
  await app.end();

  const off = await desktop.launch({ args: ["--demo"] });
  expect((await off.status()).state).toBe("stopped");
  await off.page.getByRole("switch", { name: "Brain", exact: true }).click();
  await expect.poll(async () => (await off.status()).state).toBe("ready");
  await off.end();

  const offAgain = await desktop.launch({ args: ["--demo"] });
  expect((await offAgain.status()).state).toBe("stopped");
  await goToSettings(offAgain.page);
  await offAgain.page.getByRole("switch", { name: "Start the brain with the app" }).click();
  await offAgain.end();

  const on = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await on.status()).state).toBe("ready");
});

test("without staying in the tray, closing the window ends the app", async ({ desktop }) => {
  const app = await openSettings(desktop);
  await app.page.getByRole("switch", { name: "Stay in the tray" }).click();
  await expect(app.page.getByRole("switch", { name: "Stay in the tray" })).not.toBeChecked();
  await app.closeWindow();
  await app.exited;
  expect(desktop.notifications.shown).toEqual([]);
});
