import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConversationFile } from "./conversation-file";
import { Unsaved } from "./unsaved";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const full = Object.assign(new Error("no room"), { code: "ENOSPC" });

test("what was deleted while it waited for room is not written when there is some", async () => {
  const told: (string | undefined)[] = [];
  const unsaved = new Unsaved((why) => told.push(why?.why));
  const flush = vi.fn(async (): Promise<void> => {
    throw full;
  });
  const file = { flush } as unknown as ConversationFile;
  unsaved.add(file, full);
  await vi.advanceTimersByTimeAsync(3000);
  expect(flush).toHaveBeenCalledTimes(1);
  unsaved.clear();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(flush).toHaveBeenCalledTimes(1);
  expect(told).toEqual(["disk_full", undefined]);

  // And it waits again for what is said afterwards.
  unsaved.add(file, full);
  flush.mockImplementation(async () => {});
  await vi.advanceTimersByTimeAsync(3000);
  expect(told).toEqual(["disk_full", undefined, "disk_full", undefined]);
});
