import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { composerKey } from "../composer/keys";
import { useAutosize } from "../composer/use-autosize";
import { isListening } from "../stores/brain";
import { useBrain, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";

/** A sent message as a field. Enter sends it anew, Escape leaves it as it was. */
export function EditMessage({ message, onDone }: { message: ChatMessage; onDone: () => void }) {
  const { t } = useTranslation();
  const { chat, notices } = useStores();
  const listening = useBrain((state) => isListening(state.status));
  const [text, setText] = useState(message.text);
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useAutosize(field, text);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(message.text.length, message.text.length);
  }, [message.text]);

  const canSend = listening && !sending && (text.trim() !== "" || (message.pictures ?? message.files) !== undefined);
  const send = async () => {
    if (!canSend) return;
    setSending(true);
    try {
      await chat.getState().edit(message.id, text);
      onDone();
    } catch (thrown) {
      setSending(false);
      notices.getState().fail(thrown, (reason) => t("composer.sendFailed", { reason }));
    }
  };
  return (
    <div className="w-full animate-rise rounded-2xl border border-line bg-card shadow-card focus-within:border-edge">
      <textarea
        ref={field}
        aria-label={t("chat.editField")}
        rows={1}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) onDone();
          else if (composerKey(event.nativeEvent) === "send") void send();
          else return;
          event.preventDefault();
        }}
        className="block max-h-[40vh] w-full resize-none bg-transparent px-4 pt-3 pb-1 text-base leading-relaxed outline-none"
      />
      <div className="flex items-center justify-end gap-2 p-2">
        <p className="min-w-0 flex-1 truncate px-2 text-xs text-faint">{t("chat.editHint")}</p>
        <Button tone="quiet" onClick={onDone}>
          {t("chat.editCancel")}
        </Button>
        <Button tone="primary" onClick={() => void send()} disabled={!canSend}>
          {t("composer.send")}
        </Button>
      </div>
    </div>
  );
}
