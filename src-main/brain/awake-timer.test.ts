import { afterEach, expect, it, vi } from "vitest";
import { afterAwake } from "./awake-timer";
import type { TurnEvent } from "./turn";
import { watch } from "./watchdog";

let ahead = 0;
const real = performance.now.bind(performance);
/** The clock that some systems let run while the machine sleeps. */
function sleepFor(ms: number): void {
  ahead += ms;
  vi.spyOn(performance, "now").mockImplementation(() => real() + ahead);
}
afterEach(() => {
  vi.restoreAllMocks();
  ahead = 0;
});

it("waits for as long as the program runs, whatever it sleeps meanwhile", async () => {
  const rang = vi.fn();
  afterAwake(6000, rang);
  sleepFor(3_600_000);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(rang).not.toHaveBeenCalled();
  await expect.poll(() => rang.mock.calls.length, { timeout: 10_000 }).toBe(1);
});

it("is cleared", async () => {
  const rang = vi.fn();
  afterAwake(50, rang)();
  await new Promise((resolve) => afterAwake(200, () => resolve(undefined)));
  expect(rang).not.toHaveBeenCalled();
});

it("a turn that slept with the machine has its time left when both wake", async () => {
  async function* slow(): AsyncGenerator<TurnEvent> {
    yield { type: "text", text: "Half" };
    await new Promise((resolve) => setTimeout(resolve, 500));
    yield { type: "text", text: " and whole" };
  }
  const heard: TurnEvent[] = [];
  for await (const event of watch(slow(), () => ({ firstTokenSeconds: 5, gapSeconds: 5, turnSeconds: 5 }))) {
    heard.push(event);
    sleepFor(3_600_000);
  }
  expect(heard).toHaveLength(2);
});
