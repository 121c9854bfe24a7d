import { useTranslation } from "react-i18next";
import { OutcomeLine } from "../chat/outcome-line";
import { Thinking } from "../chat/thinking";
import { MarkdownLater } from "../markdown/markdown-later";
import { useChat } from "../stores/use-stores";
import { useFollow } from "../ui/use-follow";

/** The last question and its answer; what came before is in the main window. */
export function QuickAnswer() {
  const { t } = useTranslation();
  const last = useChat((state) => state.messages[state.order.at(-1) ?? ""]);
  const before = useChat((state) => state.messages[state.order.at(-2) ?? ""]);
  const { scrollRef, contentRef } = useFollow();
  const answer = last?.role === "assistant" ? last : undefined;
  const question = answer ? before : last;
  const growing = answer?.outcome === "streaming";
  const waiting = !answer || (growing && answer.text === "");
  return (
    <section
      ref={scrollRef}
      aria-label={t("quickAsk.answer")}
      tabIndex={0}
      style={{ maxHeight: Math.min(400, window.screen.availHeight * 0.75 - 190) }}
      className="overflow-y-auto border-t border-line px-4 py-3 select-text outline-offset-[-2px] [-webkit-app-region:no-drag]"
    >
      <div ref={contentRef} className="flex flex-col gap-2">
        {question && <p className="line-clamp-2 text-sm text-faint [overflow-wrap:anywhere]">{question.text}</p>}
        {waiting && <Thinking text={answer?.thinking ?? ""} active tookMs={undefined} />}
        {answer?.text && <MarkdownLater text={answer.text} growing={growing === true} pieces={answer.pieces} />}
        {answer && <OutcomeLine message={answer} />}
      </div>
    </section>
  );
}
