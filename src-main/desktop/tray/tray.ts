import { join } from "node:path";
import { Menu, nativeImage, Tray } from "electron";
import type { BrainStatus } from "../../../src-shared/brain-status";
import type { Service } from "../../service/service";
import type { SettingsStore } from "../../storage/settings";
import type { Texts } from "../language/texts";
import { type TrayActions, trayMenu, trayTooltip } from "./tray-menu";

/**
 * Puts the icon in the tray and keeps it, its tooltip and its menu in step with the brain.
 * @param icons folder with one picture a state: `ready.png`, `ready@2x.png`…
 */
export function createTray(
  icons: string,
  service: Service,
  settings: SettingsStore,
  actions: TrayActions,
  texts: Texts,
): void {
  const icon = (state: BrainStatus["state"]) => nativeImage.createFromPath(join(icons, `${state}.png`));
  const tray = new Tray(icon(service.status().state));
  let shownState = "";
  let shownMenu = "";

  const update = () => {
    const status = service.status();
    const { openAtLogin } = settings.get().startup;
    if (status.state !== shownState) tray.setImage(icon(status.state));
    shownState = status.state;
    tray.setToolTip(trayTooltip(status, texts));
    // A menu that is replaced closes while someone reads it, so only a real change replaces it.
    const template = trayMenu(status, openAtLogin, actions, texts.t);
    const key = JSON.stringify(template);
    if (key !== shownMenu) tray.setContextMenu(Menu.buildFromTemplate(template));
    shownMenu = key;
  };

  service.onStatus(update);
  settings.onChange(update);
  texts.onChange(update);
  if (process.platform !== "darwin") tray.on("click", () => actions.open());
  update();
}
