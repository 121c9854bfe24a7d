import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../i18n/use-error-words";
import { growing } from "../stores/open-chat";
import { useStores } from "../stores/use-stores";

const longest = 1200;

/** Tells a screen reader that an answer is there, once and whole, instead of token by token. */
export function FinishedAnnouncer() {
  const { t } = useTranslation();
  const { chat } = useStores();
  const errorWords = useErrorWords();
  const latest = useRef(errorWords);
  latest.current = errorWords;
  const [said, setSaid] = useState("");
  useEffect(
    () =>
      chat.subscribe((now, before) => {
        const grew = growing(before);
        const ended = grew && now.conversationId === before.conversationId ? now.messages[grew.id] : undefined;
        if (!ended || ended.outcome === "streaming") return;
        const text = ended.outcome === "failed" ? (latest.current(ended) ?? "") : ended.text.replace(/[`*_#>|]/g, "");
        setSaid(t("chat.finished", { text: text.slice(0, longest) }));
      }),
    [chat, t],
  );
  return (
    <div aria-live="polite" className="sr-only">
      {said}
    </div>
  );
}
