import { SquarePen } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useGo } from "../shell/use-go";
import { shortcut } from "../shell/use-shortcuts";
import { useChat, useConversations, useUi } from "../stores/use-stores";
import { Button } from "../ui/button";
import { ConversationItem } from "./conversation-item";
import { groupByDay } from "./group-by-day";
import { SearchField } from "./search-field";
import { useGroupLabel } from "./use-group-label";

const page = 150;

/** The list of conversations with its search and the way to a new one. */
export function ConversationNav() {
  const { t } = useTranslation();
  const go = useGo();
  const label = useGroupLabel();
  const byId = useConversations((state) => state.byId);
  const shown = useChat((state) => state.conversationId);
  const onChat = useUi((state) => state.page === "chat");
  const [search, setSearch] = useState("");
  const [limit, setLimit] = useState(page);
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const found = useMemo(
    () => Object.values(byId).filter(({ title }) => title.toLowerCase().includes(wanted)),
    [byId, wanted],
  );
  const groups = useMemo(() => groupByDay(found, Date.now()), [found]);
  let left = limit;

  return (
    <nav aria-label={t("conversations.label")} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 px-3 pb-2">
        <Button className="h-9 w-full justify-start" onClick={() => go.chat(null)}>
          <SquarePen aria-hidden className="size-4 text-accent" strokeWidth={1.75} />
          {t("conversations.new")}
          <kbd aria-hidden className="ml-auto font-sans text-xs font-normal text-faint">
            {shortcut("N")}
          </kbd>
        </Button>
        <SearchField value={search} onChange={setSearch} />
      </div>
      <div className="quiet-scroll min-h-0 flex-1 overflow-y-auto pb-3 pl-2 [scrollbar-gutter:stable]">
        {found.length === 0 && (
          <p className="px-3 py-4 text-sm text-faint">{t(wanted ? "conversations.noMatch" : "conversations.none")}</p>
        )}
        {groups.map(({ key, items }) => {
          const visible = items.slice(0, Math.max(0, left));
          left -= visible.length;
          if (visible.length === 0) return null;
          return (
            <section key={key} aria-label={label(key)} className="mt-3 first:mt-1">
              <h2 className="px-3 pb-1 text-xs font-medium text-faint">{label(key)}</h2>
              <ul>
                {visible.map((item) => (
                  <ConversationItem key={item.id} item={item} current={onChat && item.id === shown} />
                ))}
              </ul>
            </section>
          );
        })}
        {found.length > limit && (
          <Button tone="quiet" className="mt-2 w-full" onClick={() => setLimit(limit + page)}>
            {t("conversations.more")}
          </Button>
        )}
      </div>
    </nav>
  );
}
