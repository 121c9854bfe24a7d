import { expect, test } from "vitest";
import { dayBefore, totalOf } from "./totals";

test("thirty days reach over a month's and a year's end", () => {
  expect(dayBefore(new Date(2026, 0, 15, 23, 59), 29)).toBe("2025-12-17");
  expect(dayBefore(new Date(2026, 2, 1), 1)).toBe("2026-02-28");
});

test("a total is the sum of its rows, and nothing where there are none", () => {
  const row = { day: "2026-01-01", backend: "claude-cli", model: "m", client: "c" };
  const used = { turns: 1, promptTokens: 10, cachedTokens: 5, completionTokens: 2, costUsd: 0.5 };
  expect(
    totalOf([
      { ...row, ...used },
      { ...row, ...used },
    ]),
  ).toEqual({
    turns: 2,
    promptTokens: 20,
    cachedTokens: 10,
    completionTokens: 4,
    costUsd: 1,
  });
  expect(totalOf([]).turns).toBe(0);
});
