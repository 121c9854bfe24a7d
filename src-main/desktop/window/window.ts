import { BrowserWindow, type IpcMainInvokeEvent, nativeTheme, screen } from "electron";
import type { EventPayload } from "../../../src-shared/ipc";
import type { Log } from "../../logging/log";
import { createOutbox, type Outbox } from "../ipc/outbox";
import type { Texts } from "../language/texts";
import { addContextMenu } from "./context-menu";
import { pagePreferences } from "./page-preferences";
import { loadPlacement, savePlacement } from "./window-bounds";
import { guardPage, isFromPage } from "./window-guard";

export interface WindowDeps {
  home: string;
  /** `app://brainstem/`, or the development server's address. */
  pageUrl: string;
  preload: string;
  /** The app's picture; Linux takes the window's own. */
  icon: string;
  /** Called when the person closes the window: true hides it, false lets it go. */
  onClose: () => boolean;
  t: Texts["t"];
  log: Log;
}

type Navigation = EventPayload<"navigate">;

/** The app's main window, made when it is first shown. */
export interface MainWindow {
  outbox: Outbox;
  /** Brings it to the front, on a page if one is given, with a conversation. */
  show(page?: Navigation["page"], chat?: Navigation["chat"]): void;
  isFocused(): boolean;
  isTrusted(event: IpcMainInvokeEvent): boolean;
  browserWindow(): BrowserWindow | undefined;
  /** Remembers where it stands. */
  save(): Promise<void>;
}

export function createMainWindow(deps: WindowDeps): MainWindow {
  let window: BrowserWindow | undefined;
  const outbox = createOutbox((name, payload) => window?.webContents.send("brainstem:event", name, payload));

  let saved = Promise.resolve();
  const save = (): Promise<void> => {
    if (window) {
      const placement = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      saved = saved.then(() => savePlacement(deps.home, placement));
    }
    return saved;
  };

  const open = (): BrowserWindow => {
    const made = createBrowserWindow(deps);
    made.on("close", (event) => {
      void save();
      if (!deps.onClose()) return;
      event.preventDefault();
      made.hide();
    });
    made.on("closed", () => {
      window = undefined;
      outbox.hold();
    });
    made.webContents.on("render-process-gone", (_event, { reason }) => {
      deps.log.error("window.gone", { reason });
      outbox.hold();
      if (reason !== "clean-exit") made.reload();
    });
    void made.loadURL(deps.pageUrl).catch((error: unknown) => {
      deps.log.error("window.load", { message: String(error) });
      made.show();
    });
    return made;
  };

  nativeTheme.on("updated", () => window?.setBackgroundColor(canvasColour()));

  return {
    outbox,
    show(page, chat) {
      if (page) outbox.emit("navigate", { page, ...(chat ? { chat } : {}) });
      if (!window) {
        window = open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    isFocused: () => window?.isFocused() ?? false,
    isTrusted: (event) => isFromPage(event, window?.webContents, deps.pageUrl),
    browserWindow: () => window,
    save,
  };
}

/** Locked down, painted in the theme's colour, and shown once its page can be seen. */
function createBrowserWindow(deps: WindowDeps): BrowserWindow {
  const { maximized, ...bounds } = loadPlacement(
    deps.home,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 420,
    minHeight: 360,
    title: "Brainstem",
    show: false,
    autoHideMenuBar: true,
    backgroundColor: canvasColour(),
    ...(process.platform === "linux" && { icon: deps.icon }),
    webPreferences: pagePreferences(deps.preload),
  });
  guardPage(window.webContents);
  addContextMenu(window.webContents, deps.t);
  window.on("page-title-updated", (event) => event.preventDefault());
  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}

/** The page's own `--color-canvas`, so that neither start nor resize flashes. */
export function canvasColour(): string {
  return nativeTheme.shouldUseDarkColors ? "#1b1b18" : "#fcfbf8";
}
