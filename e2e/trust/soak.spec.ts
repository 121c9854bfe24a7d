import path from "node:path";
import { expect, test } from "@playwright/test";
import { soak } from "../../bench/soak/soak";

const root = path.resolve(import.meta.dirname, "../..");

test("after sixty turns of every kind nothing has piled up", async () => {
  test.skip(process.platform !== "linux", "reads /proc");
  test.setTimeout(180_000);
  const { wrong, start, end, left } = await soak({ root, turns: 60, seconds: 120, atOnce: 4, seed: 1 });
  expect(wrong).toEqual([]);
  expect(end.handles - start.handles).toBeLessThan(20);
  expect(end.memoryMiB - start.memoryMiB).toBeLessThan(80);
  // Two that wait and four that hold conversations, as the settings have it.
  expect(end.processes).toBeLessThanOrEqual(7);
  expect(end.temporary).toBe(start.temporary);
  expect(left).toBe(0);
});
