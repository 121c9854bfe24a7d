import { BrowserWindow, type IpcMainInvokeEvent, screen } from "electron";
import type { Log } from "../../logging/log";
import { createOutbox, type Emit, type Outbox } from "../ipc/outbox";
import type { Texts } from "../language/texts";
import { addContextMenu } from "../window/context-menu";
import { pagePreferences } from "../window/page-preferences";
import { guardPage, isFromPage } from "../window/window-guard";
import { fitting, placeOn } from "./placement";

export interface QuickAskDeps {
  pageUrl: string;
  preload: string;
  /** The theme's colour, so that it does not flash. */
  background: () => string;
  t: Texts["t"];
  log: Log;
}

/** The small window for one question, made when it is first shown and kept after that. */
export interface QuickAsk {
  outbox: Pick<Outbox, "open">;
  emit: Emit;
  show(): void;
  hide(): void;
  /** Shows it, or puts it away where the person is in it. */
  toggle(): void;
  fit(size: { height: number; empty: boolean }): void;
  isTrusted(event: IpcMainInvokeEvent): boolean;
}

/** What its page is told; the rest is the main window's. */
const told = new Set([
  "brain.status",
  "settings.changed",
  "language.changed",
  "message.changed",
  "message.delta",
  "quickAsk.shown",
]);

export function createQuickAsk(deps: QuickAskDeps): QuickAsk {
  let window: BrowserWindow | undefined;
  let empty = true;
  const outbox = createOutbox((name, payload) => window?.webContents.send("brainstem:event", name, payload));

  const hide = (): void => window?.hide();
  const open = (): BrowserWindow => {
    const made = createBrowserWindow(deps);
    made.on("close", (event) => {
      event.preventDefault();
      made.hide();
    });
    made.on("closed", () => {
      window = undefined;
      outbox.hold();
    });
    made.on("blur", () => empty && hide());
    made.webContents.on("render-process-gone", (_event, { reason }) => {
      deps.log.error("quickask.gone", { reason });
      made.destroy();
    });
    void made.loadURL(`${deps.pageUrl}?view=quick-ask`).catch((error: unknown) => {
      deps.log.error("quickask.load", { message: String(error) });
      made.destroy();
    });
    return made;
  };

  const show = (): void => {
    if (!window) {
      const made = open();
      window = made;
      made.once("ready-to-show", () => bring(made));
      return;
    }
    bring(window);
  };
  const bring = (shown: BrowserWindow): void => {
    if (!shown.isVisible()) {
      const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
      shown.setBackgroundColor(deps.background());
      shown.setBounds(placeOn(workArea, shown.getBounds().height));
    }
    shown.show();
    shown.focus();
    outbox.emit("quickAsk.shown", undefined);
  };

  return {
    outbox,
    emit: (name, payload) => told.has(name) && outbox.emit(name, payload),
    show,
    hide,
    toggle() {
      if (window?.isVisible() && window.isFocused()) hide();
      else show();
    },
    fit(size) {
      empty = size.empty;
      if (!window) return;
      const bounds = window.getBounds();
      const { workArea } = screen.getDisplayMatching(bounds);
      window.setBounds({ ...bounds, height: fitting(workArea, size.height) });
    },
    isTrusted: (event) => isFromPage(event, window?.webContents, deps.pageUrl),
  };
}

/** As locked down as the main window. */
function createBrowserWindow({ preload, background, t }: QuickAskDeps): BrowserWindow {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const window = new BrowserWindow({
    ...placeOn(workArea),
    title: "Brainstem",
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    backgroundColor: background(),
    ...(process.platform === "darwin" && { type: "panel" }),
    webPreferences: pagePreferences(preload),
  });
  // Also above an app that fills the screen, on whichever desktop the person is.
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  guardPage(window.webContents);
  addContextMenu(window.webContents, t);
  window.on("page-title-updated", (event) => event.preventDefault());
  return window;
}
