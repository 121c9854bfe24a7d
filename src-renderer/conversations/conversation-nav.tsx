import { SquarePen } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { keysOf } from "../shell/shortcuts";
import { searchFieldId, useGo } from "../shell/use-go";
import { useChat, useConversations, useUi } from "../stores/use-stores";
import { Button } from "../ui/button";
import { SearchInput } from "../ui/search-input";
import { useMore } from "../ui/use-more";
import { ConversationItem } from "./conversation-item";
import { groupByDay } from "./group-by-day";
import { ListMenu } from "./list-menu";
import { useGroupLabel } from "./use-group-label";
import { useSearch } from "./use-search";

/** Somewhat more than a window shows; the others follow as one nears them. */
const first = 40;
const stretch = 60;
const near = 800;

/** The list of conversations with its search and the way to a new one. */
export function ConversationNav() {
  const { t } = useTranslation();
  const go = useGo();
  const label = useGroupLabel();
  const byId = useConversations((state) => state.byId);
  const shown = useChat((state) => state.conversationId);
  const onChat = useUi((state) => state.page === "chat");
  const [search, setSearch] = useState("");
  const { count: limit, more } = useMore(first, stretch);
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const snippets = useSearch(wanted);
  const found = useMemo(
    () => Object.values(byId).filter(({ id, title }) => title.toLowerCase().includes(wanted) || snippets.has(id)),
    [byId, wanted, snippets],
  );
  const groups = useMemo(() => groupByDay(found, Date.now()), [found]);
  let left = limit;

  return (
    <nav aria-label={t("conversations.label")} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 px-3 pb-2">
        <div className="flex items-center gap-1">
          <Button className="h-9 min-w-0 flex-1 justify-start" onClick={() => go.chat(null)}>
            <SquarePen aria-hidden className="size-4 text-accent" strokeWidth={1.75} />
            {t("conversations.new")}
            <kbd aria-hidden className="ml-auto font-sans text-xs font-normal text-faint">
              {keysOf("newChat")}
            </kbd>
          </Button>
          <ListMenu />
        </div>
        <SearchInput
          id={searchFieldId}
          label={t("conversations.search")}
          placeholder={t("conversations.searchPlaceholder")}
          clear={t("conversations.clearSearch")}
          value={search}
          onChange={setSearch}
        />
        <p aria-live="polite" className="sr-only">
          {wanted && t("conversations.found", { count: found.length })}
        </p>
      </div>
      <div
        onScroll={({ currentTarget: view }) => {
          if (found.length > limit && view.scrollHeight - view.scrollTop - view.clientHeight < near) more();
        }}
        className="quiet-scroll min-h-0 flex-1 overflow-y-auto pb-3 pl-2 [scrollbar-gutter:stable]"
      >
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
                  <ConversationItem
                    key={item.id}
                    item={item}
                    current={onChat && item.id === shown}
                    snippet={snippets.get(item.id)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {found.length > limit && (
          <Button tone="quiet" className="mt-2 w-full" onClick={more}>
            {t("conversations.more")}
          </Button>
        )}
      </div>
    </nav>
  );
}
