import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname } from "node:path";
import { app } from "electron";
import { autostartEntry, autostartFile, isEnabled } from "./autostart-entry";
import type { LoginItem } from "./login-setting";

/** Whether macOS opened the app at login; there no argument can say so. */
export function openedAtLogin(): boolean {
  return process.platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** On Linux a file of the autostart folder, elsewhere Electron's own call, which does nothing on Linux. */
export function createLoginItem(): LoginItem {
  return process.platform === "linux" ? autostartItem(autostartFile(process.env, homedir())) : systemItem();
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
