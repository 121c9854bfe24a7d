import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes";
import { Select } from "../ui/select";
import { headingId, type SettingsSection, sections } from "./sections";

interface Props {
  /** The sections that hold something that was found. */
  shown: readonly SettingsSection[];
  current: SettingsSection;
}

/** The way to a section: a list beside the page, or a choice above it where there is no room. */
export function SectionIndex({ shown, current }: Props) {
  const { t } = useTranslation();
  const offered = sections.filter(({ name }) => shown.includes(name));
  const go = (name: string) => {
    const heading = document.getElementById(headingId(name as SettingsSection));
    heading?.parentElement?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <>
      <nav aria-label={t("settings.index")} className="hidden @3xl:block">
        <ul className="flex flex-col gap-0.5">
          {offered.map(({ name, title }) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === current ? "true" : undefined}
                onClick={() => go(name)}
                className={classes(
                  "flex h-8 w-full items-center rounded-lg px-3 text-left text-sm transition-colors",
                  name === current ? "bg-press font-medium text-ink" : "text-soft hover:bg-hover hover:text-ink",
                )}
              >
                <span className="truncate">{t(title)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {offered.length > 0 && (
        <Select
          aria-label={t("settings.index")}
          className="w-44 @3xl:hidden"
          value={offered.some(({ name }) => name === current) ? current : offered[0]?.name}
          options={offered.map(({ name, title }) => ({ value: name, label: t(title) }))}
          onChange={go}
        />
      )}
    </>
  );
}
