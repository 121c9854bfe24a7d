import { Notification } from "electron";
import type { Service } from "../../service/service";
import { helpOf, reasonOf } from "../language/status-words";
import type { Texts } from "../language/texts";

/** Shows a desktop notification; a click runs `onClick`. */
export type Notify = (title: string, body: string) => void;

export interface Notice {
  title: string;
  body: string;
  onClick: () => void;
  /** Buttons, where the platform has them. */
  actions?: { text: string; run: () => void }[];
}

/** Shows one; the function takes it away again. */
export type ShowNotice = (notice: Notice) => () => void;

export function createNotices(): ShowNotice {
  // Held until closed: a collected notification loses its click.
  const shown = new Set<Notification>();
  return ({ title, body, onClick, actions = [] }) => {
    if (!Notification.isSupported()) return () => {};
    const buttons = actions.map(({ text }) => ({ type: "button" as const, text }));
    const notification = new Notification({ title, body, actions: buttons });
    shown.add(notification);
    notification.on("click", onClick);
    notification.on("action", (_event, index) => actions[index]?.run());
    notification.on("close", () => shown.delete(notification));
    // Since Electron 42 also on macOS, where an app that is not signed may not notify.
    notification.on("failed", () => shown.delete(notification));
    notification.show();
    return () => notification.close();
  };
}

/** @param onClick what a click on any of them does. */
export function createNotify(show: ShowNotice, onClick: () => void): Notify {
  return (title, body) => void show({ title, body, onClick });
}

/** Tells of each new error of the brain, unless the person is looking at the window that shows it. */
export function tellErrors(
  service: Pick<Service, "onStatus">,
  notify: Notify,
  isWatched: () => boolean,
  texts: Pick<Texts, "t" | "language">,
): void {
  const { t } = texts;
  let told: string | undefined;
  service.onStatus((status) => {
    const trouble = status.state === "error" ? (status.reason ?? "unknown") : undefined;
    if (trouble && trouble !== told && !isWatched()) {
      const reason = reasonOf(status, texts) ?? t("desktop.trouble.unknown");
      const help = helpOf(status, texts) ?? t("desktop.trouble.help");
      notify(t("desktop.trouble.title", { reason }), help.replaceAll("`", ""));
    }
    // On the way back to ready it passes through "starting"; the same trouble again is then no news.
    if (trouble || status.state === "ready" || status.state === "stopped") told = trouble;
  });
}
