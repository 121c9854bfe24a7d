import { useTranslation } from "react-i18next";
import { isListening } from "../stores/brain";
import type { Draft } from "../stores/drafts";
import { growing } from "../stores/open-chat";
import { useBrain, useChat, useStores } from "../stores/use-stores";

/** Sending and stopping. The draft goes at once and comes back when the message was not taken. */
export function useSend(draft: Draft, clear: () => void, restore: (draft: Draft) => void) {
  const { t } = useTranslation();
  const { chat, notices } = useStores();
  const listening = useBrain((state) => isListening(state.status));
  const streaming = useChat((state) => growing(state) !== undefined);
  const ready = useChat((state) => state.phase === "ready" && !state.sending);
  const something = draft.text.trim() !== "" || draft.pictures.length + draft.files.length > 0;
  const canSend = listening && ready && something && !streaming;

  return {
    canSend,
    streaming,
    async send() {
      if (!canSend) return;
      clear();
      try {
        await chat.getState().send(draft.text, draft.pictures, draft.files);
      } catch (thrown) {
        restore(draft);
        notices.getState().fail(thrown, (reason) => t("composer.sendFailed", { reason }));
      }
    },
    stop() {
      chat
        .getState()
        .stop()
        .catch((thrown: unknown) => notices.getState().fail(thrown, (reason) => t("chat.stopFailed", { reason })));
    },
  };
}
