import { join } from "node:path";
import { app, ipcMain, nativeTheme } from "electron";
import type { Log } from "../../logging/log";
import type { SettingsStore } from "../../storage/settings";
import { forQuickAsk } from "../handlers/quick-ask";
import { type Handlers, serveRequests } from "../ipc/ipc";
import type { Emit } from "../ipc/outbox";
import { explain } from "../language/explain";
import type { Texts } from "../language/texts";
import { createQuickAsk, type QuickAsk } from "../quick-ask/quick-ask";
import { APP_URL, serveRenderer } from "./protocol";
import { canvasColour, createMainWindow, type MainWindow } from "./window";

export interface PagesDeps {
  home: string;
  /** The folder of the built bundles. */
  built: string;
  /** Called when the person closes the main window: true hides it, false lets it go. */
  onClose: () => boolean;
  settings: SettingsStore;
  texts: Texts;
  log: Log;
}

/** The windows and what their pages ask and hear. */
export interface Pages {
  window: MainWindow;
  quickAsk: QuickAsk;
  /** Tells both. */
  emit: Emit;
  /** Answers what the pages ask; until then their requests wait. */
  answer(handlers: Handlers): void;
}

/** A page may load while the rest of the app is made. */
export function createPages({ home, built, onClose, settings, texts, log }: PagesDeps): Pages {
  const { t } = texts;
  const pageUrl = (!app.isPackaged && process.env["ELECTRON_RENDERER_URL"]) || APP_URL;
  const preload = join(built, "preload", "preload.cjs");
  const icon = join(app.getAppPath(), "resources", "icons", "512x512.png");
  const followTheme = () => {
    nativeTheme.themeSource = settings.get().appearance.theme;
  };
  followTheme();
  settings.onChange(followTheme);
  serveRenderer(join(built, "renderer"));

  const window = createMainWindow({ home, pageUrl, preload, icon, onClose, t, log });
  const quickAsk = createQuickAsk({ pageUrl, preload, background: canvasColour, t, log });
  let answer: (handlers: Handlers) => void = () => {};
  const handlers = new Promise<Handlers>((resolve) => {
    answer = resolve;
  });
  const trusted = [
    { isTrusted: window.isTrusted, handlers },
    { isTrusted: quickAsk.isTrusted, handlers: handlers.then((all) => forQuickAsk(all, quickAsk.outbox.open)) },
  ];
  serveRequests(ipcMain, trusted, log, (thrown) => explain(thrown, texts));
  return {
    window,
    quickAsk,
    emit: (name, payload) => {
      window.outbox.emit(name, payload);
      quickAsk.emit(name, payload);
    },
    answer,
  };
}
