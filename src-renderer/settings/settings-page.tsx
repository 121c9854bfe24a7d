import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUi } from "../stores/use-stores";
import { SoughtContext, wordsOf } from "./search";
import { SectionIndex } from "./section-index";
import { headingId, type SettingsSection, sections } from "./sections";
import { SettingsSearch } from "./settings-search";
import { useCurrentSection } from "./use-current-section";

/** All settings on one page with an index and a search; each change is applied at once. */
export function SettingsPage() {
  const { t } = useTranslation();
  const sought = useUi((state) => state.settingsSearch);
  const words = useMemo(() => wordsOf(sought), [sought]);
  const scroll = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<{ sections: readonly SettingsSection[]; rows: number }>();
  const current = useCurrentSection(scroll);

  // Each row knows by itself whether it is found; only the page sees how many there are.
  useLayoutEffect(() => {
    const rowsOf = (name: SettingsSection) =>
      document.getElementById(headingId(name))?.parentElement?.querySelectorAll("[data-row]:not([hidden] *, [hidden])")
        .length ?? 0;
    const counts = sections.map(({ name }) => ({ name, rows: words.length === 0 ? 1 : rowsOf(name) }));
    setFound({
      sections: counts.filter(({ rows }) => rows > 0).map(({ name }) => name),
      rows: counts.reduce((sum, { rows }) => sum + rows, 0),
    });
  }, [words]);
  useEffect(() => {
    if (words.length > 0) scroll.current?.scrollTo({ top: 0 });
  }, [words]);

  const shown = found?.sections ?? sections.map(({ name }) => name);
  return (
    <div className="@container min-h-0 flex-1">
      <div className="flex h-full flex-col @3xl:flex-row">
        <div className="flex shrink-0 flex-wrap items-center gap-2 px-5 pt-1 pb-3 @3xl:w-53 @3xl:flex-col @3xl:flex-nowrap @3xl:items-stretch @3xl:gap-3 @3xl:overflow-y-auto @3xl:pr-1 @3xl:pl-4">
          <SettingsSearch />
          <SectionIndex shown={shown} current={current} />
        </div>
        <div ref={scroll} data-settings className="page-scroll relative min-h-0 flex-1">
          <p role="status" className={words.length === 0 || found?.rows !== 0 ? "sr-only" : "nothing-found"}>
            {words.length > 0 && t("settings.found", { count: found?.rows ?? 0, typed: sought.trim() })}
          </p>
          <div className="mx-auto flex max-w-3xl flex-col gap-8 px-5 pt-1 pb-12">
            {words.length === 0 && <p className="-mb-4 px-1 text-sm text-soft">{t("settings.saved")}</p>}
            <SoughtContext.Provider value={{ words, around: "" }}>
              {sections.map(({ name, Content }) => (
                <Content key={name} id={headingId(name)} />
              ))}
            </SoughtContext.Provider>
          </div>
        </div>
      </div>
    </div>
  );
}
