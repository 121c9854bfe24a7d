import { expect, test } from "vitest";
import { delays, extra, gaps, quantile, shares, summarize } from "./measure";

test("a quantile lies between the values around it, whatever their order", () => {
  expect(quantile([30, 10, 20], 0.5)).toBe(20);
  expect(quantile([40, 10, 20, 30], 0.5)).toBe(25);
  expect(quantile([0, 100], 0.95)).toBeCloseTo(95);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test("a summary says of how many values it is", () => {
  expect(summarize([1, 2, 3, 4, 5])).toEqual({ count: 5, median: 3, p95: 4.8 });
});

test("the values that come in are left as they are", () => {
  const values = [3, 1, 2];
  summarize(values);
  expect(values).toEqual([3, 1, 2]);
});

test("gaps are those between neighbours", () => {
  expect(gaps([10, 13, 20])).toEqual([3, 7]);
  expect(gaps([10])).toEqual([]);
});

test("a delay belongs to one token; what was not read has none", () => {
  expect(delays([10, 40, 70], [12, 41])).toEqual([2, 1]);
  expect(delays([10], [12, 41])).toEqual([2]);
});

test("what a way adds is told at the median and at p95", () => {
  const { median, p95 } = extra([3, 3, 13], [2, 2, 2]);
  expect(median).toBe(1);
  expect(p95).toBeCloseTo(10);
});

test("a token's way through begins where it last left a process before it was read", () => {
  const out = [
    { token: "w0", at: 10 },
    { token: "w1", at: 40 },
    { token: "w0", at: 100 },
  ];
  expect(shares(out, [[11, 43], [102]])).toEqual([1, 3, 2]);
  expect(shares([], [[11]])).toEqual([]);
});
