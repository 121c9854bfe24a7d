import type { GlobalShortcut } from "electron";
import type { QuickAskStatus } from "../../../src-shared/quick-ask";
import { createListeners } from "../../listeners";
import type { SettingsStore } from "../../storage/settings";

/** The global shortcut, in step with the settings. */
export interface QuickAskShortcut {
  status(): QuickAskStatus;
  /** Returns the function that ends the subscription. */
  onChange(listener: (status: QuickAskStatus) => void): () => void;
  /** Gives the keys back. */
  close(): void;
}

/** Takes the keys while the person wants them, and says why where the system refuses. */
export function createShortcut(deps: {
  settings: Pick<SettingsStore, "get" | "onChange">;
  globalShortcut: Pick<GlobalShortcut, "register" | "unregister">;
  wayland: boolean;
  pressed: () => void;
}): QuickAskShortcut {
  const { settings, globalShortcut, wayland, pressed } = deps;
  const changes = createListeners<QuickAskStatus>();
  let taken: string | undefined;
  let wanted: string | undefined;
  let status: QuickAskStatus = { registered: false, wayland };

  const release = (): void => {
    if (taken !== undefined) globalShortcut.unregister(taken);
    taken = undefined;
  };
  const take = (shortcut: string): QuickAskStatus => {
    try {
      if (!globalShortcut.register(shortcut, pressed)) return { registered: false, problem: "taken", wayland };
    } catch {
      return { registered: false, problem: "invalid", wayland };
    }
    taken = shortcut;
    return { registered: true, wayland };
  };
  const follow = (): void => {
    const { on, shortcut } = settings.get().quickAsk;
    const next = on ? shortcut : undefined;
    if (next === wanted) return;
    wanted = next;
    release();
    status = next === undefined ? { registered: false, wayland } : take(next);
    changes.tell(status);
  };
  const unsubscribe = settings.onChange(follow);
  follow();

  return {
    status: () => status,
    onChange: changes.on,
    close() {
      unsubscribe();
      release();
    },
  };
}
