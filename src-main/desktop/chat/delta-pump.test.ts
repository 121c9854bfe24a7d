import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Added, createDeltaPump } from "./delta-pump";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first piece goes out at once, what follows within a moment goes together, nothing is lost or reordered", () => {
  const sent: Added[] = [];
  const pump = createDeltaPump((added) => sent.push(added));
  pump.push({ thinking: "hm" });
  expect(sent).toEqual([{ text: "", thinking: "hm" }]);

  pump.push({ text: "a" });
  pump.push({ text: "b" });
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(33);
  expect(sent[1]).toEqual({ text: "ab", thinking: "" });

  vi.advanceTimersByTime(100);
  pump.push({ text: "c" });
  expect(sent[2]).toEqual({ text: "c", thinking: "" });
  pump.push({ text: "d" });
  pump.flush();
  expect(sent[3]).toEqual({ text: "d", thinking: "" });
  vi.advanceTimersByTime(100);
  expect(sent).toHaveLength(4);
});
