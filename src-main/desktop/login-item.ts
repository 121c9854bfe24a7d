import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname } from "node:path";
import { app } from "electron";
import type { Settings } from "../../src-shared/settings";
import type { Log } from "../log";
import type { SettingsStore } from "../storage/settings";
import { autostartEntry, autostartFile, isEnabled } from "./autostart-entry";

/** The system's list of what to start at login. */
export interface LoginItem {
  isOn(): Promise<boolean>;
  set(on: boolean, hidden: boolean): Promise<void>;
}

/** On Linux a file of the autostart folder, elsewhere Electron's own call, which does nothing on Linux. */
export function createLoginItem(): LoginItem {
  return process.platform === "linux" ? autostartItem(autostartFile(process.env, homedir())) : systemItem();
}

/**
 * Keeps the system's list in step with the settings. At start the system wins: who removed the app from the list
 * there wants it off.
 */
export async function followLoginSetting(settings: SettingsStore, item: LoginItem, log: Log): Promise<void> {
  const apply = ({ openAtLogin, startHidden }: Settings["startup"]) =>
    item.set(openAtLogin, startHidden).catch((error: unknown) => log.error("login_item", { message: String(error) }));

  if (settings.get().startup.openAtLogin) {
    // Written anew while it is on: the program may have moved since.
    if (await item.isOn()) await apply(settings.get().startup);
    else await settings.update({ startup: { openAtLogin: false } });
  }
  let applied = settings.get().startup;
  settings.onChange(({ startup }) => {
    const changed = startup.openAtLogin !== applied.openAtLogin || startup.startHidden !== applied.startHidden;
    applied = startup;
    if (changed) void apply(startup);
  });
}

function autostartItem(file: string): LoginItem {
  return {
    async isOn() {
      return isEnabled(await readFile(file, "utf8").catch(() => "Hidden=true"));
    },
    async set(on, hidden) {
      if (!on) return rm(file, { force: true });
      await mkdir(dirname(file), { recursive: true });
      // An AppImage runs from a mount that is gone at the next login; APPIMAGE names the file itself.
      const program = process.env["APPIMAGE"] ?? process.execPath;
      return writeFile(file, autostartEntry(program, hidden ? ["--hidden"] : []));
    },
  };
}

function systemItem(): LoginItem {
  const launch = (hidden: boolean) => (process.platform === "win32" && hidden ? { args: ["--hidden"] } : {});
  return {
    isOn: async () => app.getLoginItemSettings().openAtLogin || app.getLoginItemSettings(launch(true)).openAtLogin,
    set: async (on, hidden) => app.setLoginItemSettings({ openAtLogin: on, ...launch(hidden) }),
  };
}
