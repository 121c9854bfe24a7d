import type { App } from "electron";
import type { Log } from "../logging/log";

/** Runs on the way out, the last one added first. */
export type Closer = () => void | Promise<void>;

const LONGEST_MS = 8_000;

/**
 * Makes every way out (menu, tray, signals) close all parts before the process ends. A part that hangs is left
 * behind after eight seconds: the app must end.
 * @returns adds a part to close.
 */
export function setUpQuit(app: App, log: Log): (closer: Closer) => void {
  const closers: Closer[] = [];
  let closing = false;

  const closeAll = async () => {
    for (const close of closers.reverse()) {
      try {
        await close();
      } catch (error) {
        log.error("quit.failed", { message: String(error) });
      }
    }
  };

  app.on("before-quit", (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const tooLong = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
    void Promise.race([closeAll(), tooLong]).finally(() => app.exit(0));
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => app.quit());

  return (closer) => {
    closers.push(closer);
  };
}
