import { useTranslation } from "react-i18next";

/** Something is being answered right now. */
export function LiveChip() {
  const { t } = useTranslation();
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 rounded-md bg-accent-wash px-2 py-0.5 text-xs font-medium text-accent-text">
      <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />
      {t("activity.call.live")}
    </span>
  );
}
