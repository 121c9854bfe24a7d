import { useMemo } from "react";
import type { Page } from "../stores/ui";
import { useStores } from "../stores/use-stores";

export const messageFieldId = "message-field";

/** Ways to get somewhere: a page, a conversation, or a new chat (null) with the cursor in its field. */
export function useGo() {
  const { ui, chat } = useStores();
  return useMemo(
    () => ({
      page: (page: Page) => ui.getState().go(page),
      chat: (id: string | null) => {
        ui.getState().go("chat");
        void chat.getState().show(id);
        requestAnimationFrame(() => document.getElementById(messageFieldId)?.focus());
      },
    }),
    [ui, chat],
  );
}
