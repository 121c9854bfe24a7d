import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEndpointPort } from "./endpoint-port";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

function begin(free: () => boolean) {
  const shared: (number | undefined)[] = [];
  const place = createEndpointPort({
    endpoint: {
      async start(port) {
        if (!free()) throw new Error("EADDRINUSE");
        return { port };
      },
      stop: async () => {},
    },
    lan: {
      async follow(port) {
        shared.push(port);
      },
    },
    wantedPort: () => 7411,
    again: () => void place.open(),
    log,
  });
  return { place, shared };
}

test("a taken port is told of, and opens by itself once it is free", async () => {
  let free = false;
  const { place, shared } = begin(() => free);
  await place.open();
  expect(place.port()).toBeUndefined();
  expect(place.problem()).toMatchObject({ code: "port_taken", reason: "port 7411 is taken" });
  free = true;
  await vi.advanceTimersToNextTimerAsync();
  expect(place.port()).toBe(7411);
  expect(place.problem()).toBeUndefined();
  expect(shared).toEqual([undefined, 7411]);
});

test("once closed it is not tried again", async () => {
  const { place } = begin(() => false);
  await place.open();
  await place.close();
  expect(vi.getTimerCount()).toBe(0);
  expect(place.problem()).toBeUndefined();
});
