import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterAwake } from "./awake-timer";
import type { TurnEvent } from "./turn";
import { watch } from "./watchdog";

/** The clock that some systems let run while the machine sleeps. */
let sleepFor: (ms: number) => void;
beforeEach(() => {
  vi.useFakeTimers();
  const awake = performance.now.bind(performance);
  let asleep = 0;
  vi.spyOn(performance, "now").mockImplementation(() => awake() + asleep);
  sleepFor = (ms) => {
    asleep += ms;
  };
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("waits for as long as the program runs, whatever it sleeps meanwhile", async () => {
  const rang = vi.fn();
  afterAwake(6000, rang);
  sleepFor(3_600_000);
  await vi.advanceTimersByTimeAsync(1500);
  expect(rang).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(4500);
  expect(rang).toHaveBeenCalledTimes(1);
});

it("is cleared", async () => {
  const rang = vi.fn();
  afterAwake(50, rang)();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(rang).not.toHaveBeenCalled();
});

it("a turn that slept with the machine has its time left when both wake", async () => {
  async function* slow(): AsyncGenerator<TurnEvent> {
    yield { type: "text", text: "Half" };
    await new Promise((resolve) => setTimeout(resolve, 4900));
    yield { type: "text", text: " and whole" };
  }
  const heard: TurnEvent[] = [];
  const listening = (async () => {
    for await (const event of watch(slow(), () => ({ firstTokenSeconds: 5, gapSeconds: 5, turnSeconds: 5 }))) {
      heard.push(event);
      sleepFor(3_600_000);
    }
  })();
  await vi.advanceTimersByTimeAsync(5000);
  await listening;
  expect(heard).toHaveLength(2);
});
