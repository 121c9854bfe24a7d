import { expect, it } from "vitest";
import { nextMoment } from "./next-moment";

const at = (updatedAt: number) => ({
  summary: { id: "a", title: "A", createdAt: 1, updatedAt, pinned: false },
});
const hour = 3_600_000;

it("follows the clock, and stays behind nothing when that is set back by hours", () => {
  expect(nextMoment([], 1000)).toBe(1000);
  expect(nextMoment([at(900)], 1000)).toBe(1000);
  expect(nextMoment([at(1000), at(1000 + 9 * hour)], 1000)).toBe(1001 + 9 * hour);
});

it("does not follow a date from a clock that was wrong by days", () => {
  expect(nextMoment([at(1000 + 400 * 24 * hour), at(500)], 1000)).toBe(1000);
});
