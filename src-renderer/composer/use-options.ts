import { useTranslation } from "react-i18next";
import { ConversationOptions } from "../../src-shared/conversation";
import { useChat, useConversations, useSettings, useStores } from "../stores/use-stores";
import { modelName } from "../ui/model-name";

type Change = { [K in keyof ConversationOptions]?: ConversationOptions[K] | undefined };

export const efforts = ConversationOptions.shape.effort.unwrap().options;
const none: ConversationOptions = {};

/** The options of a conversation, or of the next new one (null), and the way to change them. */
export function useOptions(conversationId: string | null) {
  const { t } = useTranslation();
  const { chat, notices } = useStores();
  const standard = useSettings((state) => state.settings.brain.model);
  const fresh = useChat((state) => state.newOptions);
  const kept = useConversations((state) => (conversationId ? state.byId[conversationId]?.options : undefined));
  const options = conversationId ? (kept ?? none) : fresh;
  return {
    options,
    /** What answers: the chosen model, or the settings' own. */
    model: options.model ?? standard,
    nameOf: modelName,
    /** Undefined goes back to the settings. */
    change(change: Change) {
      const entries = Object.entries({ ...options, ...change }).filter(([, value]) => value !== undefined);
      chat
        .getState()
        .setOptions(conversationId, ConversationOptions.parse(Object.fromEntries(entries)))
        .catch((thrown: unknown) => notices.getState().fail(thrown, (reason) => t("conversations.failed", { reason })));
    },
  };
}
