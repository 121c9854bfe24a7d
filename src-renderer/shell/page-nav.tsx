import { Activity, MessageCircle, Settings2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useUi } from "../stores/use-stores";
import { classes } from "../ui/classes";
import { useGo } from "./use-go";

const pages = [
  { page: "chat", icon: MessageCircle },
  { page: "activity", icon: Activity },
  { page: "settings", icon: Settings2 },
] as const;

/** The three pages. */
export function PageNav() {
  const { t } = useTranslation();
  const current = useUi((state) => state.page);
  const go = useGo();
  return (
    <nav aria-label={t("pages.label")} className="grid grid-cols-3 gap-1">
      {pages.map(({ page, icon: Icon }) => (
        <button
          key={page}
          type="button"
          aria-current={page === current ? "page" : undefined}
          onClick={() => go.page(page)}
          className={classes(
            "flex flex-col items-center gap-1 rounded-lg py-1.5 text-xs transition-colors",
            page === current ? "bg-press font-medium text-ink" : "text-soft hover:bg-hover hover:text-ink",
          )}
        >
          <Icon aria-hidden className="size-4" strokeWidth={1.75} />
          {t(`pages.${page}`)}
        </button>
      ))}
    </nav>
  );
}
