import { Search, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isPressed, keysOf } from "../shell/shortcuts";
import { useStores, useUi } from "../stores/use-stores";

/** Filters the settings as one types; Ctrl or Cmd and F leads here, Escape empties it. */
export function SettingsSearch() {
  const { t } = useTranslation();
  const { ui } = useStores();
  const value = useUi((state) => state.settingsSearch);
  const change = (settingsSearch: string) => ui.getState().set({ settingsSearch });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPressed("findSetting", event)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div role="search" className="relative min-w-40 flex-1 @3xl:flex-none">
      <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" strokeWidth={1.75} />
      <input
        ref={field}
        type="text"
        role="searchbox"
        aria-label={t("settings.search")}
        placeholder={t("settings.searchPlaceholder")}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !value) return;
          event.preventDefault();
          change("");
        }}
        className="h-8 w-full rounded-lg border border-transparent bg-hover pr-14 pl-8.5 text-sm focus:border-line focus:bg-card"
      />
      {!value && (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-0 right-2.5 font-sans text-xs leading-8 text-faint"
        >
          {keysOf("findSetting")}
        </kbd>
      )}
      {value && (
        <button
          type="button"
          aria-label={t("settings.clearSearch")}
          onClick={() => {
            change("");
            field.current?.focus();
          }}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-md text-faint hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
