import { ChevronRight } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { classes } from "../ui/classes";
import { modelName } from "../ui/model-name";
import { useFigures } from "../ui/use-figures";
import { ActivityDetails } from "./activity-details";
import { StateChip } from "./state-chip";

/** One turn; its button opens what was asked and answered. */
export const ActivityRow = memo(function ActivityRow({ entry }: { entry: ActivityEntry }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const { number: written, seconds } = useFigures();
  const took = (ms: number | undefined) =>
    ms === undefined ? t("activity.none") : t("activity.seconds", { seconds: seconds(ms) });
  const at = new Date(entry.at);
  const today = at.toDateString() === new Date().toDateString();
  const time = new Intl.DateTimeFormat(i18n.language, {
    ...(today ? {} : { month: "short", day: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(at);
  const number = "px-3 py-2 text-right whitespace-nowrap tabular-nums";
  return (
    <>
      <tr className="border-t border-line hover:bg-hover" onClick={() => setOpen(!open)}>
        <td className="pl-2">
          <button
            type="button"
            aria-expanded={open}
            aria-label={t("activity.show", { time })}
            onClick={(event) => {
              event.stopPropagation();
              setOpen(!open);
            }}
            className="flex size-7 items-center justify-center rounded-md text-soft hover:text-ink"
          >
            <ChevronRight aria-hidden className={classes("size-4 transition-transform", open && "rotate-90")} />
          </button>
        </td>
        <td className="px-3 py-2 whitespace-nowrap tabular-nums">
          <time dateTime={at.toISOString()}>{time}</time>
        </td>
        <td className="max-w-44 truncate px-3 py-2" title={entry.caller}>
          {entry.callerKind === "window" ? t("activity.window") : entry.caller}
        </td>
        <td className="px-3 py-2 whitespace-nowrap text-soft" title={entry.model}>
          {modelName(entry.model)}
        </td>
        <td className="px-3 py-2">
          <StateChip state={entry.state} />
        </td>
        <td className={number}>{took(entry.firstTokenMs)}</td>
        <td className={number}>{took(entry.totalMs)}</td>
        <td className={number}>
          {entry.completionTokens === undefined ? t("activity.none") : written(entry.completionTokens)}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={8} className="bg-side px-5 py-4">
            <ActivityDetails entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
});
