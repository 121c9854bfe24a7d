import { EventEmitter } from "node:events";
import type { App } from "electron";
import { afterEach, expect, test, vi } from "vitest";
import { setUpQuit } from "./quit";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
afterEach(() => {
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  }
});

function setUp() {
  const app = Object.assign(new EventEmitter(), { exit: vi.fn(), quit: vi.fn() });
  return { app, beforeQuit: setUpQuit(app as unknown as App, log) };
}

test("quitting waits for every part, the last one first, even past one that fails, and happens once", async () => {
  const { app, beforeQuit } = setUp();
  const order: string[] = [];
  beforeQuit(() => void order.push("conversations"));
  beforeQuit(() => {
    throw new Error("stuck");
  });
  beforeQuit(async () => {
    await Promise.resolve();
    order.push("brain");
  });

  const event = { preventDefault: vi.fn() };
  app.emit("before-quit", event);
  app.emit("before-quit", event);
  expect(event.preventDefault).toHaveBeenCalledTimes(2);
  expect(app.exit).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(order).toEqual(["brain", "conversations"]);
});

test.each(signals)("%s quits in the same way", (signal) => {
  const { app } = setUp();
  process.emit(signal, signal);
  expect(app.quit).toHaveBeenCalled();
});
