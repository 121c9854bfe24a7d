import { useMemo } from "react";
import type { Page } from "../stores/ui";
import { useStores } from "../stores/use-stores";

export const messageFieldId = "message-field";

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
      chat: (id: string | null) => {
        ui.getState().go("chat");
        void chat.getState().show(id);
        focus(messageFieldId);
      },
    }),
    [ui, chat],
  );
}
