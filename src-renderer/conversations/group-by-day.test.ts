import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day";

const now = new Date(2025, 5, 15, 9, 30).getTime();
const at = (month: number, day: number, hour = 12) => new Date(2025, month - 1, day, hour).getTime();
const item = (id: string, updatedAt: number, pinned = false) => ({ id, title: id, createdAt: 0, updatedAt, pinned });

const shape = (groups: ReturnType<typeof groupByDay>) =>
  groups.map(({ key, items }) => [key, items.map(({ id }) => id)]);

test("pinned first, then by day, newest first", () => {
  const all = [
    item("may", at(5, 2)),
    item("last night", at(6, 14, 23)),
    item("dawn", at(6, 15, 1)),
    item("breakfast", at(6, 15, 8)),
    item("favourite", at(1, 1), true),
    item("on tuesday", at(6, 10)),
    item("in may", at(5, 30)),
    item("in march", at(3, 3)),
  ];
  expect(shape(groupByDay(all, now))).toEqual([
    ["pinned", ["favourite"]],
    ["today", ["breakfast", "dawn"]],
    ["yesterday", ["last night"]],
    ["week", ["on tuesday"]],
    ["month", ["in may"]],
    ["2025-05", ["may"]],
    ["2025-03", ["in march"]],
  ]);
});

test("midnight is the border, and a clock that was ahead still counts as today", () => {
  const all = [item("midnight", at(6, 15, 0)), item("before", at(6, 15, 0) - 1), item("ahead", at(6, 16, 12))];
  expect(shape(groupByDay(all, now))).toEqual([
    ["today", ["ahead", "midnight"]],
    ["yesterday", ["before"]],
  ]);
});
