import type { SettingsStore } from "../storage/settings";
import type { Notify } from "./notices";

/**
 * Decides what closing the window does: with the brain on and the setting on, the app stays in the tray (said once).
 * @returns whether it stays.
 */
export function createClosePolicy(settings: SettingsStore, notify: Notify, quit: () => void): () => boolean {
  return () => {
    const { brain, startup } = settings.get();
    if (!brain.on || !startup.stayInTray) {
      quit();
      return false;
    }
    if (!startup.saidStayInTray) {
      notify(
        "Brainstem stays on",
        "The brain goes on answering. Open or quit Brainstem from its icon in the tray, or start it again to come back.",
      );
      void settings.update({ startup: { saidStayInTray: true } }).catch(() => {});
    }
    return true;
  };
}
