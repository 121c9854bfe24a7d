import { useEffect } from "react";
import { growing } from "../stores/open-chat";
import { pages } from "../stores/ui";
import { useStores } from "../stores/use-stores";
import { useNarrow } from "../ui/use-media";
import { messageFieldId, useGo } from "./use-go";

const mac = navigator.platform.startsWith("Mac");

/** How a shortcut is written on this system, e.g. `⌘K` or `Ctrl K`. */
export const shortcut = (key: string): string => (mac ? `⌘${key}` : `Ctrl ${key}`);

function onlyTooltipOpen(): boolean {
  const layers = "dialog[open], [role=dialog], [role=alertdialog], [role=menu]";
  return document.querySelector("[role=tooltip]") !== null && document.querySelector(layers) === null;
}

/** A field with a meaning of its own for Escape. */
function inOtherField(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.id !== messageFieldId;
}

/** The keys that work everywhere in the window. */
export function useShortcuts(): void {
  const { ui, chat } = useStores();
  const go = useGo();
  const narrow = useNarrow();

  useEffect(() => {
    /** The press of Escape that only a tooltip will take: it means what it means without one. */
    let pastTooltip: KeyboardEvent | undefined;
    const onCapture = (event: KeyboardEvent) => {
      pastTooltip = event.key === "Escape" && onlyTooltipOpen() && !inOtherField(event.target) ? event : undefined;
    };
    const escape = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (ui.getState().overlayOpen) return ui.getState().set({ overlayOpen: false });
      if (ui.getState().page !== "chat" || !growing(chat.getState())) return;
      event.preventDefault();
      void chat.getState().stop();
    };
    const actions: Record<string, () => void> = {
      n: () => go.chat(null),
      k: () => ui.getState().set({ paletteOpen: !ui.getState().paletteOpen }),
      b: () => ui.getState().toggleSidebar(narrow),
      ",": () => go.page("settings"),
      ...Object.fromEntries(pages.map((page, index) => [`${index + 1}`, () => go.page(page)])),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented && event !== pastTooltip) return;
      if (event.key === "Escape") return escape(event);
      const command = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      const action = command && !event.altKey && !event.shiftKey ? actions[event.key.toLowerCase()] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onCapture, true);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onCapture, true);
      window.removeEventListener("keydown", onKey);
    };
  }, [ui, chat, go, narrow]);
}
