import { useEffect } from "react";
import { growing } from "../stores/open-chat";
import { useStores } from "../stores/use-stores";
import { useNarrow } from "../ui/use-media";
import { nextArea } from "./areas";
import { isPressed, type Shortcut } from "./shortcuts";
import { messageFieldId, useGo } from "./use-go";

type WindowShortcut = Extract<Shortcut, { group: "window" }>["id"];

/** A sign that is typed is text where text can be typed. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

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
    const onEscape = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (ui.getState().overlayOpen) return ui.getState().set({ overlayOpen: false });
      if (ui.getState().page !== "chat" || !growing(chat.getState())) return;
      event.preventDefault();
      void chat.getState().stop();
    };
    const actions: Record<WindowShortcut, () => void> = {
      newChat: () => go.chat(null),
      palette: () => ui.getState().set({ paletteOpen: !ui.getState().paletteOpen, shortcutsOpen: false }),
      search: () => go.search(narrow),
      sidebar: () => ui.getState().toggleSidebar(narrow),
      chat: () => go.page("chat"),
      agents: () => go.page("agents"),
      activity: () => go.page("activity"),
      connect: () => go.page("connect"),
      settings: () => go.page("settings"),
      area: () => nextArea(document),
      shortcuts: () => ui.getState().set({ shortcutsOpen: !ui.getState().shortcutsOpen, paletteOpen: false }),
    };
    const ids = Object.keys(actions) as WindowShortcut[];
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented && event !== pastTooltip) return;
      if (event.key === "Escape") return onEscape(event);
      const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      if (typed && isWriting(event.target)) return;
      const id = ids.find((each) => isPressed(each, event));
      if (!id) return;
      event.preventDefault();
      actions[id]();
    };
    window.addEventListener("keydown", onCapture, true);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onCapture, true);
      window.removeEventListener("keydown", onKey);
    };
  }, [ui, chat, go, narrow]);
}
