import type { Settings } from "../../../src-shared/settings";
import type { Log } from "../../logging/log";
import { fileFailure } from "../../storage/failure";
import { Queue } from "../../storage/queue";
import type { SettingsStore } from "../../storage/settings";

/** The system's list of what to start at login. */
export interface LoginItem {
  isOn(): Promise<boolean>;
  /** `hidden`: started so, it shows no window. Starts by hand always do. */
  set(on: boolean, hidden: boolean): Promise<void>;
}

type Startup = Settings["startup"];

/**
 * Keeps the system's list in step with the settings. At start the system wins: who removed the app from the list
 * there wants it off. A list that cannot be written turns the setting off again, and `tell` gets a failure.
 */
export async function followLoginSetting(
  settings: SettingsStore,
  item: LoginItem,
  tell: (problem: Error) => void,
  log: Log,
): Promise<void> {
  const turnOff = () => settings.update({ startup: { openAtLogin: false } }).catch(() => {});
  const apply = async ({ openAtLogin, startHidden }: Startup): Promise<void> => {
    try {
      await item.set(openAtLogin, startHidden);
    } catch (error) {
      log.error("login_item", { message: String(error) });
      tell(fileFailure("login_list_unchanged", error));
      if (openAtLogin) await turnOff();
    }
  };

  if (settings.get().startup.openAtLogin) {
    // Written anew while it is on: the program may have moved since.
    if (await item.isOn()) await apply(settings.get().startup);
    else await turnOff();
  }
  let applied = settings.get().startup;
  const changes = new Queue();
  settings.onChange(({ startup }) => {
    const changed = startup.openAtLogin !== applied.openAtLogin || startup.startHidden !== applied.startHidden;
    applied = startup;
    if (changed) void changes.run(() => apply(startup));
  });
}
