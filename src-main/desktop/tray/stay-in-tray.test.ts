import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSettings, type SettingsStore } from "../../storage/settings";
import { createBrainSwitch } from "../brain-switch";
import { textsOf } from "../language/testing";
import { createClosePolicy } from "./stay-in-tray";

const { t } = textsOf();
let home: string;
let settings: SettingsStore;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "brainstem-stay-"));
  settings = await openSettings(home);
});
afterEach(() => rm(home, { recursive: true }));

test("closing keeps a brain that is on, and says so once, also over restarts", async () => {
  const notify = vi.fn();
  const quit = vi.fn();
  const close = createClosePolicy(settings, () => true, notify, quit, t);
  expect(close()).toBe(true);
  expect(notify).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(settings.get().startup.saidStayInTray).toBe(true));

  const later = createClosePolicy(await openSettings(home), () => true, notify, quit, t);
  expect(later()).toBe(true);
  expect(notify).toHaveBeenCalledOnce();
  expect(quit).not.toHaveBeenCalled();
});

test("closing quits where the brain is off or the app is not to stay", async () => {
  const quit = vi.fn();
  expect(createClosePolicy(settings, () => false, vi.fn(), quit, t)()).toBe(false);
  await settings.update({ startup: { stayInTray: false } });
  expect(createClosePolicy(settings, () => true, vi.fn(), quit, t)()).toBe(false);
  expect(quit).toHaveBeenCalledTimes(2);
});

test("the switch saves what is wanted before it acts", async () => {
  const acted: boolean[] = [];
  const saved = async () => void acted.push((await openSettings(home)).get().brain.on);
  const brainSwitch = createBrainSwitch(settings, { start: saved, stop: saved });
  await brainSwitch.turnOff();
  await brainSwitch.turnOn();
  expect(acted).toEqual([false, true]);
});

test("the brain is on at the start unless the person stopped it, or it is not to start with the app", async () => {
  const service = { start: vi.fn(async () => {}), stop: vi.fn(async () => {}) };
  const atStart = () => createBrainSwitch(settings, service);
  expect(atStart().isOn()).toBe(true);
  await settings.update({ startup: { startBrain: false } });
  const off = atStart();
  expect(off.isOn()).toBe(false);
  await off.turnOn();
  expect(off.isOn()).toBe(true);
  expect(atStart().isOn()).toBe(false);
  await settings.update({ startup: { startBrain: true } });
  expect(atStart().isOn()).toBe(true);
  await atStart().turnOff();
  expect(atStart().isOn()).toBe(false);
});
