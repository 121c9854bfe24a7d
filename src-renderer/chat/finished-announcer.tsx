import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../i18n/use-error-words";
import { growing } from "../stores/open-chat";
import { useStores } from "../stores/use-stores";
import { spoken } from "./spoken";

const longest = 1200;

/** Tells a screen reader that an answer begins, then that it is there, once and whole, instead of token by token. */
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
        // Whoever reads on in the page does not come upon what was said elsewhere, or is deleted.
        if (now.conversationId !== before.conversationId) setSaid("");
        const grew = growing(before);
        if (!grew && growing(now) && now.conversationId === before.conversationId && now.phase === before.phase)
          return setSaid(t("chat.answering"));
        const ended = grew && now.conversationId === before.conversationId ? now.messages[grew.id] : undefined;
        if (!ended || ended.outcome === "streaming") return;
        const words = { code: t("chat.code"), formula: t("chat.formula") };
        const text = ended.outcome === "failed" ? (latest.current(ended) ?? "") : spoken(ended.text, words, longest);
        setSaid(t("chat.finished", { text }));
      }),
    [chat, t],
  );
  return (
    <div aria-live="polite" className="sr-only">
      {said}
    </div>
  );
}
