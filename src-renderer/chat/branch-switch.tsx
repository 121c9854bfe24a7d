import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../src-shared/conversation";
import { growing } from "../stores/open-chat";
import { useChat, useStores } from "../stores/use-stores";
import { classes } from "../ui/classes";

const buttonId = (messageId: string, step: -1 | 1) => `branch-${messageId}-${step}`;

/** ‹ 2/3 › beside a message that was said or answered more than once. Nothing where it is alone. */
export function BranchSwitch({ message: { id, siblings = [] } }: { message: ChatMessage }) {
  const index = siblings.indexOf(id);
  return siblings.length < 2 || index === -1 ? null : <Arrows id={id} siblings={siblings} index={index} />;
}

function Arrows({ id, siblings, index }: { id: string; siblings: string[]; index: number }) {
  const { t } = useTranslation();
  const { chat, notices } = useStores();
  const busy = useChat((state) => growing(state) !== undefined);

  const show = (step: -1 | 1) => {
    const next = siblings[index + step];
    if (!next || busy) return;
    chat
      .getState()
      .showBranch(next)
      // The row is another one now; whoever used the keys goes on with them.
      .then(() => requestAnimationFrame(() => document.getElementById(buttonId(next, step))?.focus()))
      .catch((thrown: unknown) => notices.getState().fail(thrown, (reason) => t("chat.branchFailed", { reason })));
  };
  const arrow = (step: -1 | 1, label: string) => {
    const Icon = step === 1 ? ChevronRight : ChevronLeft;
    return (
      <button
        type="button"
        id={buttonId(id, step)}
        aria-label={label}
        title={label}
        aria-disabled={busy || !siblings[index + step]}
        onClick={() => show(step)}
        className={classes(
          "flex size-7 items-center justify-center rounded-md text-soft transition-colors",
          "not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink aria-disabled:opacity-40",
        )}
      >
        <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      </button>
    );
  };
  return (
    <div role="group" aria-label={t("chat.branches")} className="flex items-center text-xs text-soft tabular-nums">
      {arrow(-1, t("chat.branchBefore"))}
      <span>
        <span aria-hidden>
          {index + 1}/{siblings.length}
        </span>
        <span className="sr-only">{t("chat.branch", { number: index + 1, count: siblings.length })}</span>
      </span>
      {arrow(1, t("chat.branchAfter"))}
    </div>
  );
}
