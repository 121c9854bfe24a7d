import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { classes } from "../ui/classes";
import { callerName } from "./activity-row";
import { firstWords } from "./first-words";
import { StartMark, startMarks, starts } from "./start-mark";
import { useMeasures } from "./use-measures";

/** Few turns keep narrow bars, at the newest end. */
const fewest = 40;

/** How quickly the listed turns began to answer: a bar a turn, each to be read with the keys and to be opened. */
export function FirstWordsChart({ entries, onOpen }: { entries: ActivityEntry[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { seconds, clock } = useMeasures();
  const shown = useMemo(() => firstWords(entries), [entries]);
  const [current, setCurrent] = useState<string>();
  const group = useRef<HTMLDivElement>(null);
  if (!shown) return null;
  const { bars, median, p95, slowest } = shown;
  const slots = Math.max(bars.length, fewest);
  const share = (ms: number) => `${Math.max((ms / Math.max(slowest, 1)) * 100, 3)}%`;
  const at = bars.findIndex(({ entry }) => entry.id === current);
  const reached = at === -1 ? bars.length - 1 : at;
  const words = ({ entry, ms }: (typeof bars)[number]) =>
    t("activity.chart.bar", {
      seconds: seconds(ms),
      start: entry.warm ? t(`activity.start.${entry.warm}`) : t("activity.none"),
      caller: callerName(entry, t("activity.window")),
      time: clock(entry.at),
    });
  const summary = t("activity.chart.summary", {
    count: bars.length,
    median: seconds(median),
    p95: seconds(p95),
    slowest: seconds(slowest),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      Home: -reached,
      End: bars.length - 1 - reached,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(reached + step, 0), bars.length - 1);
    group.current?.querySelectorAll("button")[next]?.focus();
  };
  const marked = at === -1 ? undefined : bars[at];
  return (
    <figure className="rounded-xl border border-line bg-card px-4 pt-3 pb-3">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm">
        <span className="font-medium">{t("activity.chart.title")}</span>
        <span className="flex gap-3 text-soft tabular-nums">
          <span>{t("activity.chart.p50", { seconds: seconds(median) })}</span>
          <span>{t("activity.chart.p95", { seconds: seconds(p95) })}</span>
          <span>{t("activity.chart.slowest", { seconds: seconds(slowest) })}</span>
        </span>
      </figcaption>
      <div
        ref={group}
        role="group"
        aria-label={t("activity.chart.bars", { summary })}
        onKeyDown={onKeyDown}
        className="relative mt-3 flex h-24 items-end justify-end border-b border-line"
      >
        {[median, p95].map((ms, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: there are always these two lines.
            key={index}
            aria-hidden
            style={{ bottom: share(ms) }}
            className={classes(
              "pointer-events-none absolute inset-x-0 z-10 border-t border-edge",
              index === 0 ? "border-dashed" : "border-dotted",
            )}
          />
        ))}
        {bars.map((bar, index) => (
          <button
            key={bar.entry.id}
            type="button"
            tabIndex={index === reached ? 0 : -1}
            aria-label={words(bar)}
            style={{ width: `${100 / slots}%` }}
            onFocus={() => setCurrent(bar.entry.id)}
            onBlur={() => setCurrent(undefined)}
            onMouseEnter={() => setCurrent(bar.entry.id)}
            onMouseLeave={() => setCurrent(undefined)}
            onClick={() => onOpen(bar.entry.id)}
            className="group/bar flex h-full items-end rounded-sm px-px outline-offset-0"
          >
            <span
              style={{ height: share(bar.ms) }}
              className={classes(
                "w-full max-w-4 mx-auto rounded-t-sm transition-opacity",
                startMarks[bar.entry.warm ?? "cold"],
                current !== undefined && current !== bar.entry.id && "opacity-50",
              )}
            />
          </button>
        ))}
      </div>
      <div className="mt-2 flex min-h-5 flex-wrap items-center justify-between gap-x-4 text-xs text-soft">
        <ul aria-label={t("activity.chart.legend")} className="flex flex-wrap gap-x-4">
          {starts.map((start) => (
            <li key={start}>
              <StartMark start={start} named />
            </li>
          ))}
        </ul>
        <span aria-hidden className="tabular-nums">
          {marked && words(marked)}
        </span>
      </div>
    </figure>
  );
}
