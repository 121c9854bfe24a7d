import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isPressed, keysOf } from "../shell/shortcuts";
import { useStores, useUi } from "../stores/use-stores";
import { SearchInput } from "../ui/search-input";

/** Filters the settings as one types; Ctrl or Cmd and F leads here. */
export function SettingsSearch() {
  const { t } = useTranslation();
  const { ui } = useStores();
  const value = useUi((state) => state.settingsSearch);
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
    <div role="search" className="min-w-40 flex-1 @3xl:flex-none">
      <SearchInput
        ref={field}
        label={t("settings.search")}
        placeholder={t("settings.searchPlaceholder")}
        clear={t("settings.clearSearch")}
        keys={keysOf("findSetting")}
        value={value}
        onChange={(settingsSearch) => ui.getState().set({ settingsSearch })}
      />
    </div>
  );
}
