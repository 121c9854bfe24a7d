import { join } from "node:path";
import { app, Menu } from "electron";
import type { Service } from "../../service/service";
import type { SettingsStore } from "../../storage/settings";
import type { BrainSwitch } from "../brain-switch";
import type { Texts } from "../language/texts";
import { copyText } from "../outside/outside";
import { createTray } from "../tray/tray";
import type { MainWindow } from "../window/window";
import { appMenu } from "./app-menu";

export interface MenusDeps {
  service: Service;
  settings: SettingsStore;
  brainSwitch: BrainSwitch;
  window: Pick<MainWindow, "show">;
  /** Where the endpoint listens, or would. */
  baseUrl: () => string;
  texts: Texts;
  /** Says what went wrong: a menu has no page to show it on. */
  tell: (error: unknown) => void;
}

/** The tray with its menu, in step with the brain and the language. */
export function setUpTray({ service, settings, brainSwitch, window, baseUrl, texts, tell }: MenusDeps): void {
  createTray(
    join(app.getAppPath(), "resources", "tray"),
    service,
    settings,
    {
      start: () => void brainSwitch.turnOn().catch(tell),
      stop: () => void brainSwitch.turnOff().catch(tell),
      open: () => window.show(),
      copyUrl: () => void copyText(baseUrl()).catch(tell),
      setOpenAtLogin: (openAtLogin) => void settings.update({ startup: { openAtLogin } }).catch(tell),
      quit: () => app.quit(),
    },
    texts,
  );
}

/** The application's menu, in the language of the moment. */
export function setUpAppMenu(window: Pick<MainWindow, "show">, texts: Texts): void {
  const show = () =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(process.platform, () => window.show("settings"), texts.t)));
  show();
  texts.onChange(show);
}
