import { CircleAlert, CircleStop, Scissors } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { useErrorWords } from "../i18n/use-error-words";
import { WithCode } from "../ui/with-code";

const icons = { stopped: CircleStop, cut_off: Scissors, length: Scissors };

/** How an answer ended, when it did not simply end well. */
export function OutcomeLine({ message }: { message: ChatMessage }) {
  const { t } = useTranslation();
  const said = useErrorWords();
  const { outcome } = message;
  if (outcome === undefined || outcome === "streaming" || outcome === "done") return null;
  if (outcome === "failed") {
    return (
      <p className="flex gap-2.5 rounded-xl border border-danger-line bg-danger-wash px-4 py-2.5 text-sm leading-relaxed">
        <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <WithCode text={said(message) ?? t("chat.outcome.failed")} />
        </span>
      </p>
    );
  }
  const Icon = icons[outcome];
  return (
    <p className="flex items-center gap-2 text-sm text-faint">
      <Icon aria-hidden className="size-3.5" />
      {t(`chat.outcome.${outcome}`)}
    </p>
  );
}
