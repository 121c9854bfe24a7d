import { useEffect } from "react";
import { growing } from "../stores/open-chat";
import { useStores } from "../stores/use-stores";
import { useNarrow } from "../ui/use-media";
import { useGo } from "./use-go";

const mac = navigator.platform.startsWith("Mac");

/** How a shortcut is written on this system, e.g. `⌘K` or `Ctrl K`. */
export const shortcut = (key: string): string => (mac ? `⌘${key}` : `Ctrl ${key}`);

/** The keys that work everywhere in the window. */
export function useShortcuts(): void {
  const { ui, chat } = useStores();
  const go = useGo();
  const narrow = useNarrow();

  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (ui.getState().overlayOpen) return ui.getState().set({ overlayOpen: false });
      if (event.isComposing || ui.getState().page !== "chat" || !growing(chat.getState())) return;
      event.preventDefault();
      void chat.getState().stop();
    };
    const actions: Record<string, () => void> = {
      n: () => go.chat(null),
      k: () => ui.getState().set({ paletteOpen: !ui.getState().paletteOpen }),
      b: () => ui.getState().toggleSidebar(narrow),
      ",": () => go.page("settings"),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === "Escape") return escape(event);
      const command = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      const action = command && !event.altKey && !event.shiftKey ? actions[event.key.toLowerCase()] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [ui, chat, go, narrow]);
}
