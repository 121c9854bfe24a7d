import type { ActivityEntry } from "../../src-shared/activity";

/** How long turns had to wait for their first word, in milliseconds; `bars` from the oldest to the newest. */
export interface FirstWords {
  bars: { entry: ActivityEntry; ms: number }[];
  median: number;
  p95: number;
  slowest: number;
}

/** Bars that are still wide enough to be seen. */
const most = 80;

/** The latest turns that had a first word; undefined where there is none. `entries` from the newest to the oldest. */
export function firstWords(entries: ActivityEntry[]): FirstWords | undefined {
  const bars = entries
    .flatMap((entry) => (entry.firstTokenMs === undefined ? [] : [{ entry, ms: entry.firstTokenMs }]))
    .slice(0, most)
    .reverse();
  const times = bars.map(({ ms }) => ms).sort((a, b) => a - b);
  const [upper, slowest] = [times[Math.floor(times.length / 2)], times[times.length - 1]];
  if (upper === undefined || slowest === undefined) return undefined;
  const lower = times[Math.ceil(times.length / 2) - 1] ?? upper;
  const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? slowest;
  return { bars, median: (lower + upper) / 2, p95, slowest };
}
