import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followCalm } from "./use-calm-caret";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the page is calm once nobody has typed or clicked for a while, and no longer with the next key", () => {
  const [view, marks] = [new EventTarget(), {} as DOMStringMap];
  const end = followCalm(view, marks);
  vi.advanceTimersByTime(9_000);
  view.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(9_000);
  expect(marks).toEqual({});
  vi.advanceTimersByTime(1_000);
  expect(marks).toEqual({ calm: "" });

  view.dispatchEvent(new Event("pointerdown"));
  expect(marks).toEqual({});
  end();
  vi.advanceTimersByTime(20_000);
  expect(marks).toEqual({});
});
