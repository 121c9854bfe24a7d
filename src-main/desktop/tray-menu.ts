import type { MenuItemConstructorOptions } from "electron";
import type { BrainStatus } from "../../src-shared/brain-status";

/** What a click in the tray's menu does. */
export interface TrayActions {
  start(): void;
  stop(): void;
  open(): void;
  copyUrl(): void;
  setOpenAtLogin(on: boolean): void;
  quit(): void;
}

/** e.g. "Brainstem: ready", "Brainstem: error (not logged in)". */
export function trayTooltip(status: BrainStatus): string {
  const reason = status.state === "error" && status.reason ? ` (${status.reason})` : "";
  return `Brainstem: ${status.state}${reason}`;
}

/** The tray's menu for this state; "Try again" stands only beside an error. */
export function trayMenu(
  status: Pick<BrainStatus, "state">,
  openAtLogin: boolean,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  const retry: MenuItemConstructorOptions[] =
    status.state === "error" ? [{ label: "Try again", click: () => actions.start() }] : [];
  const brain: MenuItemConstructorOptions =
    status.state === "stopped"
      ? { label: "Start brain", click: () => actions.start() }
      : { label: "Stop brain", click: () => actions.stop() };
  return [
    ...retry,
    brain,
    { type: "separator" },
    { label: "Open Brainstem", click: () => actions.open() },
    { label: "Copy endpoint URL", click: () => actions.copyUrl() },
    { type: "separator" },
    {
      label: "Open at login",
      type: "checkbox",
      checked: openAtLogin,
      click: (item) => actions.setOpenAtLogin(item.checked),
    },
    { type: "separator" },
    { label: "Quit", click: () => actions.quit() },
  ];
}
