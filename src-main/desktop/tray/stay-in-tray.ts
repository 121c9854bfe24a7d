import type { SettingsStore } from "../../storage/settings";
import type { Texts } from "../language/texts";
import type { Notify } from "../notices/notices";

/**
 * Decides what closing the window does: with the brain on and the setting on, the app stays in the tray (said once).
 * @returns whether it stays.
 */
export function createClosePolicy(
  settings: SettingsStore,
  brainIsOn: () => boolean,
  notify: Notify,
  quit: () => void,
  t: Texts["t"],
): () => boolean {
  return () => {
    const { startup } = settings.get();
    if (!brainIsOn() || !startup.stayInTray) {
      quit();
      return false;
    }
    if (!startup.saidStayInTray) {
      notify(t("desktop.stay.title"), t("desktop.stay.body"));
      void settings.update({ startup: { saidStayInTray: true } }).catch(() => {});
    }
    return true;
  };
}
