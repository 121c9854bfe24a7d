import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { classes } from "../ui/classes";

export const starts = ["continued", "spare", "cold"] as const;
export type Start = NonNullable<ActivityEntry["warm"]>;

export const startMarks: Record<Start, string> = {
  continued: "mark-continued",
  spare: "mark-spare",
  cold: "mark-cold",
};

/** How a turn began, as a small square of its pattern. `named`: with its word beside it. */
export function StartMark({ start, named = false }: { start: Start; named?: boolean }) {
  const { t } = useTranslation();
  const name = t(`activity.start.${start}`);
  return (
    <span className="inline-flex items-center gap-1.5" title={named ? undefined : name}>
      <span aria-hidden className={classes("size-2.5 shrink-0 rounded-xs", startMarks[start])} />
      <span className={named ? undefined : "sr-only"}>{name}</span>
    </span>
  );
}
