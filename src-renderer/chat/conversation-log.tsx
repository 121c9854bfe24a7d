import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useChat } from "../stores/use-stores";
import { Button } from "../ui/button";
import { LatestButton } from "../ui/latest-button";
import { useFollow } from "../ui/use-follow";
import { useMore } from "../ui/use-more";
import { MessageRow } from "./message-row";
import { useRevealAbove } from "./use-reveal-above";

/** What fills a view is there at once; the others follow in slices. */
const first = 12;
const stretch = 40;

/** The messages. The view follows what grows, unless the reader scrolled away; earlier ones show as it nears them. */
export function ConversationLog() {
  const { t } = useTranslation();
  const order = useChat((state) => state.order);
  const said = useChat((state) => state.said);
  const { count, more } = useMore(first, stretch);
  const { scrollRef, contentRef, isAtBottom, scrollToBottom, toLatest } = useFollow();
  const hasEarlier = order.length > count;
  const onScroll = useRevealAbove(scrollRef, count, hasEarlier ? more : undefined);
  const shown = order.slice(-count);
  const last = order.at(-1) ?? "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first ones are on screen.
  useEffect(() => more(), []);
  // What the person just said is always brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` changes when the person says something.
  useEffect(() => void scrollToBottom("instant"), [said, scrollToBottom]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scrollRef}
        role="log"
        aria-label={t("chat.conversation")}
        aria-live="off"
        tabIndex={0}
        onScroll={onScroll}
        className="page-scroll h-full outline-offset-[-2px]"
      >
        <div ref={contentRef} className="mx-auto flex max-w-3xl flex-col gap-(--message-gap) px-5 pt-2 pb-8">
          {hasEarlier && (
            <Button tone="quiet" className="self-center" onClick={more}>
              {t("chat.earlier")}
            </Button>
          )}
          {shown.map((id) => (
            <MessageRow key={id} id={id} last={id === last} />
          ))}
        </div>
      </div>
      {!isAtBottom && <LatestButton label={t("chat.latest")} onClick={toLatest} />}
    </div>
  );
}
