import { afterEach, expect, test, vi } from "vitest";
import type { History } from "./items";
import { ResponseMemory } from "./memory";

afterEach(() => void vi.useRealTimers());
const history = (text: string): History => ({
  system: [],
  messages: [{ role: "user", content: [{ type: "text", text }] }],
});

test("keeps the latest 500", () => {
  const memory = new ResponseMemory();
  for (let i = 0; i < 501; i++) memory.keep(`r${i}`, history("x"), [{ id: `i${i}` }]);
  expect([memory.history("r0"), memory.item("i0")]).toEqual([undefined, undefined]);
  expect(memory.history("r1")).toEqual(history("x"));
  expect(memory.item("i500")).toEqual({ id: "i500" });
});

test("keeps only so much text", () => {
  const memory = new ResponseMemory();
  const long = "x".repeat(20 * 1024 * 1024);
  for (const id of ["a", "b", "c", "d"]) memory.keep(id, history(long), []);
  expect(["a", "b", "c", "d"].map((id) => memory.history(id) !== undefined)).toEqual([false, true, true, true]);
});

test("keeps them for an hour", () => {
  vi.useFakeTimers();
  const memory = new ResponseMemory();
  memory.keep("a", history("x"), []);
  vi.advanceTimersByTime(3_600_000);
  expect(memory.history("a")).toBeDefined();
  vi.advanceTimersByTime(1);
  expect(memory.history("a")).toBeUndefined();
});
