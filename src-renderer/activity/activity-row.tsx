import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { classes } from "../ui/classes";
import { modelName } from "../ui/model-name";
import { useFigures } from "../ui/use-figures";
import { ActivityDetails } from "./activity-details";
import { StartMark } from "./start-mark";
import { StateChip } from "./state-chip";
import { useMeasures } from "./use-measures";

interface Props {
  entry: ActivityEntry;
  open: boolean;
  onToggle: (id: string) => void;
}

export const rowButtonId = (id: string) => `turn-${id}`;

/** One turn; its button opens what was asked and answered. */
export const ActivityRow = memo(function ActivityRow({ entry, open, onToggle }: Props) {
  const { t } = useTranslation();
  const { number: written } = useFigures();
  const measures = useMeasures();
  const { firstTokenMs, totalMs, speed, completionTokens } = entry;
  const seconds = (ms: number | undefined) =>
    ms === undefined ? t("activity.none") : t("activity.seconds", { seconds: measures.seconds(ms) });
  const time = measures.clock(entry.at);
  const number = "px-2.5 py-2 text-right whitespace-nowrap tabular-nums";
  const toggle = () => onToggle(entry.id);
  return (
    <>
      <tr className="border-t border-line hover:bg-hover" onClick={toggle}>
        <td className="pl-2">
          <button
            type="button"
            id={rowButtonId(entry.id)}
            aria-expanded={open}
            aria-label={t("activity.show", { time })}
            onClick={(event) => {
              event.stopPropagation();
              toggle();
            }}
            className="flex size-7 items-center justify-center rounded-md text-soft hover:text-ink"
          >
            <ChevronRight aria-hidden className={classes("size-4 transition-transform", open && "rotate-90")} />
          </button>
        </td>
        <td className="px-2.5 py-2 whitespace-nowrap tabular-nums">
          <time dateTime={new Date(entry.at).toISOString()}>{time}</time>
        </td>
        <td className="max-w-44 truncate px-2.5 py-2 max-sm:max-w-28" title={entry.caller}>
          {callerName(entry, t("activity.window"))}
        </td>
        <td className="px-2.5 py-2 whitespace-nowrap text-soft max-sm:hidden" title={entry.model}>
          {modelName(entry.model)}
        </td>
        <td className="px-2.5 py-2">
          <StateChip entry={entry} />
        </td>
        <td className={number}>
          <span className="inline-flex items-center gap-2">
            {entry.warm && firstTokenMs !== undefined && <StartMark start={entry.warm} />}
            {seconds(firstTokenMs)}
          </span>
        </td>
        <td className={classes(number, "max-sm:hidden")} title={speed && measures.speedHelp(speed)}>
          {speed ? measures.shortSpeed(speed) : t("activity.none")}
        </td>
        <td className={classes(number, "max-sm:hidden")}>
          {completionTokens === undefined ? t("activity.none") : written(completionTokens)}
        </td>
        <td className={classes(number, "max-sm:hidden")}>{seconds(totalMs)}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={9} className="bg-side px-5 py-4">
            <ActivityDetails entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
});

/** Who asked; a session by its own name. `window`: what the chat window is called. */
export const callerName = (
  { callerKind, caller, session }: Pick<ActivityEntry, "callerKind" | "caller" | "session">,
  window: string,
): string => (callerKind === "window" ? window : session === undefined ? caller : `${session} · ${caller}`);
