import { Search, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { searchFieldId } from "../shell/use-go";

/** Looks for conversations by title and by what was said; Escape empties it. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="relative">
      <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" strokeWidth={1.75} />
      <input
        id={searchFieldId}
        type="text"
        role="searchbox"
        aria-label={t("conversations.search")}
        placeholder={t("conversations.searchPlaceholder")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !value) return;
          event.preventDefault();
          onChange("");
        }}
        className="h-8 w-full rounded-lg border border-transparent bg-hover pr-8 pl-8.5 text-sm focus:border-line focus:bg-card"
      />
      {value && (
        <button
          type="button"
          aria-label={t("conversations.clearSearch")}
          onClick={() => onChange("")}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-md text-faint hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
