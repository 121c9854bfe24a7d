import { useTranslation } from "react-i18next";
import type { ConversationSummary } from "../../src-shared/conversation";
import { useStores } from "../stores/use-stores";

export interface ConversationActions {
  rename: (title: string) => void;
  togglePin: () => void;
  exportAs: (format: "markdown" | "json") => void;
  /** Resolves to whether it is gone. */
  remove: () => Promise<boolean>;
}

/** What can be done with a conversation; deleting offers the way back, failures are said. */
export function useConversationActions(item: ConversationSummary): ConversationActions {
  const { t } = useTranslation();
  const { conversations, chat, notices } = useStores();
  const { id, title, pinned } = item;
  const attempt = async (asked: Promise<unknown>) => {
    try {
      await asked;
      return true;
    } catch (thrown) {
      notices.getState().fail(thrown, (reason) => t("conversations.failed", { reason }));
      return false;
    }
  };
  const restore = async (wasShown: boolean) => {
    if ((await attempt(conversations.getState().restore(id))) && wasShown) await chat.getState().show(id);
  };
  return {
    rename: (next) => void attempt(conversations.getState().rename(id, next)),
    togglePin: () => void attempt(conversations.getState().pin(id, !pinned)),
    exportAs: (format) => void attempt(conversations.getState().exportFile(id, format)),
    async remove() {
      const wasShown = chat.getState().conversationId === id;
      if (!(await attempt(conversations.getState().remove(id)))) return false;
      notices.getState().show({
        text: t("conversations.deleted", { title }),
        tone: "plain",
        action: { label: t("conversations.undo"), run: () => void restore(wasShown) },
      });
      return true;
    },
  };
}
