import { useMemo } from "react";
import type { Page } from "../stores/ui";
import { useStores } from "../stores/use-stores";

export const messageFieldId = "message-field";
export const searchFieldId = "conversation-search";

const focus = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

/** Ways to get somewhere: a page (and a field of it), a conversation, or a new chat (null) with the cursor in its field. */
export function useGo() {
  const { ui, chat } = useStores();
  return useMemo(
    () => ({
      page: (page: Page, field?: string) => {
        ui.getState().go(page);
        if (field) focus(field);
      },
      /** The search of the conversations, wherever the sidebar is. */
      search: (narrow: boolean) => {
        const { sidebarOpen, overlayOpen, toggleSidebar } = ui.getState();
        if (!(narrow ? overlayOpen : sidebarOpen)) toggleSidebar(narrow);
        focus(searchFieldId);
      },
      chat: (id: string | null) => {
        ui.getState().go("chat");
        ui.getState().set({ firstSteps: false });
        void chat.getState().show(id);
        focus(messageFieldId);
      },
    }),
    [ui, chat],
  );
}
