import type { Handlers, HandlersOf } from "../ipc/ipc";
import type { QuickAsk } from "../quick-ask/quick-ask";
import type { QuickAskShortcut } from "../quick-ask/shortcut";
import type { MainWindow } from "../window/window";

export function quickAskHandlers(parts: {
  quickAsk: QuickAsk;
  shortcut: Pick<QuickAskShortcut, "status">;
  window: Pick<MainWindow, "show">;
}): HandlersOf<"quickAsk"> {
  const { quickAsk, shortcut, window } = parts;
  return {
    "quickAsk.status": () => shortcut.status(),
    "quickAsk.show": () => quickAsk.show(),
    "quickAsk.hide": () => quickAsk.hide(),
    "quickAsk.fit": (size) => quickAsk.fit(size),
    "quickAsk.goOn": ({ conversationId, text }) => {
      quickAsk.hide();
      window.show("chat", { id: conversationId, text });
    },
  };
}

/** What the quick-ask window's page may ask: no key, no settings, no other conversation's list. */
export function forQuickAsk(handlers: Handlers, onSnapshot: () => void): Partial<Handlers> {
  return {
    "app.snapshot": async () => {
      const snapshot = await handlers["app.snapshot"](undefined);
      onSnapshot();
      return { ...snapshot, conversations: [] };
    },
    "chat.send": handlers["chat.send"],
    "chat.stop": handlers["chat.stop"],
    "conversations.open": handlers["conversations.open"],
    "text.copy": handlers["text.copy"],
    "link.open": handlers["link.open"],
    "quickAsk.hide": handlers["quickAsk.hide"],
    "quickAsk.fit": handlers["quickAsk.fit"],
    "quickAsk.goOn": handlers["quickAsk.goOn"],
  };
}
