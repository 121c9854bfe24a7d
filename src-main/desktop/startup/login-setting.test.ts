import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSettings, type SettingsStore } from "../../storage/settings";
import { followLoginSetting } from "./login-setting";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let home: string;
let settings: SettingsStore;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "brainstem-login-"));
  settings = await openSettings(home);
});
afterEach(() => rm(home, { recursive: true }));

function list(on = false) {
  const state = { on, hidden: false };
  const set = vi.fn(async (wanted: boolean, hidden: boolean) => void Object.assign(state, { on: wanted, hidden }));
  return { state, set, isOn: async () => state.on };
}

test("the list follows both settings, each on its own", async () => {
  const item = list();
  await followLoginSetting(settings, item, vi.fn(), log);
  await settings.update({ startup: { startHidden: true } });
  await vi.waitFor(() => expect(item.state).toEqual({ on: false, hidden: true }));
  await settings.update({ startup: { openAtLogin: true } });
  await vi.waitFor(() => expect(item.state).toEqual({ on: true, hidden: true }));
  await settings.update({ startup: { startHidden: false } });
  await vi.waitFor(() => expect(item.state).toEqual({ on: true, hidden: false }));
});

test("who took it off the list in the system's own settings wants it off", async () => {
  await settings.update({ startup: { openAtLogin: true } });
  await followLoginSetting(settings, list(false), vi.fn(), log);
  expect(settings.get().startup.openAtLogin).toBe(false);
});

test("a list that cannot be written is told of, and the setting does not claim it", async () => {
  const item = list();
  const tell = vi.fn<(problem: Error) => void>();
  await followLoginSetting(settings, item, tell, log);
  item.set.mockRejectedValueOnce(Object.assign(new Error("EACCES: /secret/place"), { code: "EACCES" }));
  await settings.update({ startup: { openAtLogin: true } });
  await vi.waitFor(() => expect(settings.get().startup.openAtLogin).toBe(false));
  const [[told] = []] = tell.mock.calls;
  expect(told?.message).toBe("The list of what opens at login could not be changed: permission was denied.");
});
