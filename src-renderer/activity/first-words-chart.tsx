import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { useFigures } from "../ui/use-figures";
import { firstWords } from "./first-words";

const height = 100;
/** Few turns keep narrow bars, at the newest end. */
const fewest = 40;

/** How quickly the listed turns began to answer: a bar a turn, and the same in a sentence. */
export function FirstWordsChart({ entries }: { entries: ActivityEntry[] }) {
  const { t } = useTranslation();
  const { time, seconds } = useFigures();
  const shown = useMemo(() => firstWords(entries), [entries]);
  if (!shown) return null;
  const { bars, median, slowest } = shown;
  const written = (ms: number) => seconds(ms, ms < 10_000 ? 2 : 1);
  const slots = Math.max(bars.length, fewest);
  const tall = (ms: number) => Math.max((ms / Math.max(slowest, 1)) * height, 2);
  const summary = t("activity.chart.summary", {
    count: bars.length,
    median: written(median),
    slowest: written(slowest),
  });
  return (
    <figure className="rounded-xl border border-line bg-card px-4 pt-3 pb-3.5">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-medium">{t("activity.chart.title")}</span>
        <span className="text-soft tabular-nums">{summary}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${slots * 10} ${height}`}
        preserveAspectRatio="none"
        className="mt-3 block h-20 w-full border-b border-line"
      >
        {bars.map(({ id, at, ms }, index) => (
          <rect
            key={id}
            x={(slots - bars.length + index) * 10 + 1.5}
            y={height - tall(ms)}
            width={7}
            height={tall(ms)}
            className={ms > median * 2 ? "fill-warn" : "fill-accent"}
          >
            <title>{t("activity.chart.bar", { seconds: written(ms), time: time(at) })}</title>
          </rect>
        ))}
        <line
          x1={0}
          x2={slots * 10}
          y1={height - tall(median)}
          y2={height - tall(median)}
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
          className="stroke-edge"
        />
      </svg>
    </figure>
  );
}
