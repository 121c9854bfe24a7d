import { Pin } from "lucide-react";
import { memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConversationSummary } from "../../src-shared/conversation";
import { isPressed } from "../shell/shortcuts";
import { useGo } from "../shell/use-go";
import { classes } from "../ui/classes";
import { ConversationMenu } from "./conversation-menu";
import { neighbourOf, opensConversation } from "./neighbour";
import { RenameField } from "./rename-field";
import { useConversationActions } from "./use-conversation-actions";
import type { Snippet } from "./use-search";

interface Props {
  item: ConversationSummary;
  current: boolean;
  /** What was found in its messages. */
  snippet?: Snippet | undefined;
}

/** One conversation: open it, or act on it by its menu or by F2 and Delete. */
export const ConversationItem = memo(function ConversationItem({ item, current, snippet }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const actions = useConversationActions(item);
  const [renaming, setRenaming] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const remove = () => {
    const next = neighbourOf(opener.current);
    void actions.remove().then((removed) => removed && requestAnimationFrame(() => next?.focus()));
  };
  const finish = (title: string | undefined) => {
    setRenaming(false);
    if (title) actions.rename(title);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (renaming) {
    return (
      <li>
        <RenameField title={item.title} onDone={finish} />
      </li>
    );
  }
  return (
    <li
      className={classes(
        "group relative flex flex-wrap items-center rounded-lg transition-colors",
        current ? "bg-press" : "hover:bg-hover focus-within:bg-hover",
      )}
    >
      <button
        ref={opener}
        {...{ [opensConversation]: "" }}
        type="button"
        aria-current={current ? "true" : undefined}
        aria-describedby={snippet && `${item.id}-snippet`}
        onClick={() => go.chat(item.id)}
        onKeyDown={(event) => {
          if (isPressed("rename", event.nativeEvent)) setRenaming(true);
          else if (isPressed("remove", event.nativeEvent)) remove();
          else return;
          event.preventDefault();
        }}
        className={classes(
          "flex h-(--item-height) min-w-0 flex-1 items-center gap-2 rounded-lg pr-9 pl-3 text-left text-sm",
          current ? "font-medium text-ink" : "text-soft group-hover:text-ink",
        )}
      >
        <span className="truncate">{item.title}</span>
        {item.demo && (
          <span className="ml-auto shrink-0 rounded-md bg-warn-wash px-1.5 text-xs font-normal text-warn">
            {t("onboarding.demo.chip")}
          </span>
        )}
        {item.pinned && (
          <>
            <Pin aria-hidden className="ml-auto size-3 shrink-0 text-faint" />
            <span className="sr-only">{t("conversations.pinned")}</span>
          </>
        )}
      </button>
      {snippet && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: it belongs to the button above, which has the keys.
        <p
          id={`${item.id}-snippet`}
          onClick={() => go.chat(item.id)}
          className="mx-3 mb-1.5 line-clamp-2 w-full text-xs text-soft [overflow-wrap:anywhere]"
        >
          {snippet.before}
          <mark className="rounded-sm bg-accent-wash text-accent-text">{snippet.match}</mark>
          {snippet.after}
        </p>
      )}
      <ConversationMenu item={item} actions={{ ...actions, remove }} onRename={() => setRenaming(true)} />
    </li>
  );
});
