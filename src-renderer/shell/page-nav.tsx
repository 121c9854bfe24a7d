import { Activity, Bot, type LucideIcon, MessageCircle, Plug, Settings2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openQuestions } from "../stores/jobs";
import { type Page, pages } from "../stores/ui";
import { useJobs, useUi } from "../stores/use-stores";
import { classes } from "../ui/classes";
import { keysOf } from "./shortcuts";
import { useGo } from "./use-go";

const icons: Record<Page, LucideIcon> = {
  chat: MessageCircle,
  agents: Bot,
  activity: Activity,
  connect: Plug,
  settings: Settings2,
};

/** Letters of all names together that fit beside each other. */
const oneLine = 36;

/** The pages; an agent that asks something shows on its own. Long names make two lines of them, three and two. */
export function PageNav() {
  const { t } = useTranslation();
  const current = useUi((state) => state.page);
  const questions = useJobs(openQuestions);
  const go = useGo();
  const long = pages.map((page) => t(`pages.${page}`)).join("").length > oneLine;
  return (
    <nav aria-label={t("pages.label")} className="flex flex-wrap justify-center gap-y-1">
      {pages.map((page) => {
        const Icon = icons[page];
        return (
          <button
            key={page}
            type="button"
            aria-current={page === current ? "page" : undefined}
            title={keysOf(page)}
            onClick={() => go.page(page)}
            className={classes(
              "group/page relative flex max-w-full flex-col items-center gap-0.5 rounded-lg px-0.5 py-1 text-xs transition-colors",
              long ? "min-w-fit grow basis-[30%]" : "min-w-11 flex-auto",
              page === current ? "text-ink" : "text-soft hover:text-ink",
            )}
          >
            <span
              className={classes(
                "flex h-7 w-10 items-center justify-center rounded-full transition-colors",
                page === current ? "bg-press text-accent" : "group-hover/page:bg-hover",
              )}
            >
              <Icon aria-hidden className="size-4" strokeWidth={1.75} />
            </span>
            <span className="max-w-full truncate">{t(`pages.${page}`)}</span>
            {page === "agents" && questions > 0 && (
              <span className="absolute top-0.5 left-1/2 ml-1.5 min-w-4 rounded-full bg-warn px-1 text-center text-xs leading-4 font-semibold text-canvas">
                <span aria-hidden>{questions}</span>
                <span className="sr-only">{t("pages.questions", { count: questions })}</span>
              </span>
            )}
          </button>
        );
      })}
      <span aria-live="polite" className="sr-only">
        {questions > 0 && t("pages.questions", { count: questions })}
      </span>
    </nav>
  );
}
