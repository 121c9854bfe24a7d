import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { test } from "./desktop";
import { claudeProcessesOf } from "./processes";

const demo = { args: ["--demo"] };
const labels = (items: { label: string }[]) => items.map((item) => item.label).filter(Boolean);

test("the tray says how the brain is and offers its menu", async ({ desktop }) => {
  const app = await desktop.launch(demo);
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");
  expect(labels(await icon.menu())).toEqual([
    "Stop brain",
    "Open Brainstem",
    "Copy endpoint URL",
    "Open at login",
    "Quit",
  ]);
});

test("Stop in the tray ends the endpoint and every claude process, Start brings them back", async ({ desktop }) => {
  const app = await desktop.launch(demo);
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");
  await expect.poll(() => claudeProcessesOf(desktop.userHome).length).toBeGreaterThan(0);
  const readyPicture = await icon.picture();
  const { baseUrl } = await app.status();
  const health = new URL("/health", baseUrl);
  expect((await fetch(health)).status).toBe(200);

  await icon.click("Stop brain");
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: stopped");
  expect(claudeProcessesOf(desktop.userHome)).toEqual([]);
  await expect(fetch(health)).rejects.toThrow();
  expect(await icon.picture()).not.toBe(readyPicture);
  await expect(app.page.getByRole("switch", { name: "Brain" })).not.toBeChecked();

  await icon.click("Start brain");
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");
  expect(await icon.picture()).toBe(readyPicture);
  const after = await app.status();
  expect((await fetch(new URL("/health", after.baseUrl))).status).toBe(200);
});

test("a brain that was stopped is still stopped after a restart", async ({ desktop }) => {
  const first = await desktop.launch(demo);
  const icon = await first.tray();
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");
  await icon.click("Stop brain");
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: stopped");
  await first.end();

  const second = await desktop.launch(demo);
  expect((await second.status()).state).toBe("stopped");
  expect(await (await second.tray()).tooltip()).toBe("Brainstem: stopped");
});

test("Copy endpoint URL puts the address on the clipboard", async ({ desktop }) => {
  const app = await desktop.launch(demo);
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await (await app.tray()).click("Copy endpoint URL");
  await expect.poll(() => app.clipboard()).toBe((await app.status()).baseUrl);
});

test("closing the window keeps the brain in the tray and says so once", async ({ desktop }) => {
  const app = await desktop.launch(demo);
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");

  for (const time of [1, 2]) {
    await expect.poll(() => app.isWindowVisible(), `visible before closing it (${time})`).toBe(true);
    await app.closeWindow();
    await expect.poll(() => app.isWindowVisible()).toBe(false);
    expect(await icon.tooltip()).toBe("Brainstem: ready");
    await expect.poll(() => desktop.notifications.shown.map((each) => each.title)).toEqual(["Brainstem stays on"]);
    await icon.click("Open Brainstem");
  }
  await expect.poll(() => app.isWindowVisible()).toBe(true);
});

test("Open at login writes the entry that the desktop reads, and takes it away again", async ({ desktop }) => {
  const app = await desktop.launch({ env: { BRAINSTEM_CLAUDE_PATH: "/nonexistent/claude" } });
  const entry = join(desktop.userHome, ".config", "autostart", "brainstem.desktop");
  const icon = await app.tray();
  const checked = async () => (await icon.menu()).find((item) => item.label === "Open at login")?.checked;
  expect(await checked()).toBe(false);

  await icon.click("Open at login");
  await expect.poll(() => existsSync(entry)).toBe(true);
  await expect.poll(checked).toBe(true);
  expect(readFileSync(entry, "utf8")).toMatch(/^Exec=".*brainstem"$/m);

  await icon.click("Open at login");
  await expect.poll(() => existsSync(entry)).toBe(false);
  await expect.poll(checked).toBe(false);
});

test("started hidden, only the tray shows", async ({ desktop }) => {
  const app = await desktop.launch({ args: ["--demo", "--hidden"] });
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");
  expect(await app.isWindowVisible()).toBe(false);
  const opened = app.electron.waitForEvent("window");
  await icon.click("Open Brainstem");
  await expect((await opened).getByRole("textbox", { name: "Message" })).toBeVisible();
});
