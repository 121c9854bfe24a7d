import type { ConversationSummary } from "../../src-shared/conversation";

export interface ConversationGroup {
  /** A named stretch of time, or the month as `2025-03`. */
  key: "pinned" | "today" | "yesterday" | "week" | "month" | (string & {});
  items: ConversationSummary[];
}

const startOfDay = (at: number, daysBack = 0): number => {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - daysBack);
  return day.getTime();
};

const month = (at: number): string => {
  const day = new Date(at);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}`;
};

/** Pinned ones first, then by local calendar day of the last change, newest first. Empty groups are left out. */
export function groupByDay(all: readonly ConversationSummary[], now: number): ConversationGroup[] {
  const bounds = [
    { key: "today", from: startOfDay(now) },
    { key: "yesterday", from: startOfDay(now, 1) },
    { key: "week", from: startOfDay(now, 7) },
    { key: "month", from: startOfDay(now, 30) },
  ];
  const groups = new Map<string, ConversationSummary[]>();
  const newestFirst = [...all].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt);
  for (const item of newestFirst) {
    const bound = bounds.find(({ from }) => item.updatedAt >= from);
    const key = item.pinned ? "pinned" : (bound?.key ?? month(item.updatedAt));
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, items]) => ({ key, items }));
}
