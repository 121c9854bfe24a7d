import type { MenuItemConstructorOptions } from "electron";
import type { BrainStatus } from "../../../src-shared/brain-status";
import { reasonOf } from "../language/status-words";
import type { Texts } from "../language/texts";

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
export function trayTooltip(status: BrainStatus, texts: Pick<Texts, "t" | "language">): string {
  const { t } = texts;
  const state = t(`desktop.tray.state.${status.state}`);
  const reason = reasonOf(status, texts);
  return reason ? t("desktop.tray.tooltipWithReason", { state, reason }) : t("desktop.tray.tooltip", { state });
}

/** The tray's menu for this state; "Try again" stands only beside an error. */
export function trayMenu(
  status: Pick<BrainStatus, "state">,
  openAtLogin: boolean,
  actions: TrayActions,
  t: Texts["t"],
): MenuItemConstructorOptions[] {
  const retry: MenuItemConstructorOptions[] =
    status.state === "error" ? [{ label: t("desktop.tray.tryAgain"), click: () => actions.start() }] : [];
  const brain: MenuItemConstructorOptions =
    status.state === "stopped"
      ? { label: t("desktop.tray.start"), click: () => actions.start() }
      : { label: t("desktop.tray.stop"), click: () => actions.stop() };
  return [
    ...retry,
    brain,
    { type: "separator" },
    { label: t("desktop.tray.open"), click: () => actions.open() },
    { label: t("desktop.tray.copyUrl"), click: () => actions.copyUrl() },
    { type: "separator" },
    {
      label: t("desktop.tray.openAtLogin"),
      type: "checkbox",
      checked: openAtLogin,
      click: (item) => actions.setOpenAtLogin(item.checked),
    },
    { type: "separator" },
    { label: t("desktop.tray.quit"), click: () => actions.quit() },
  ];
}
