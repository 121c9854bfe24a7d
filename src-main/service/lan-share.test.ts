import { afterEach, expect, test, vi } from "vitest";
import { createLanShare } from "./lan-share";

afterEach(() => vi.useRealTimers());

function machine() {
  const state = { wanted: true, key: "k".repeat(32), addresses: ["192.168.1.5"], listens: [] as string[] };
  const changed = vi.fn();
  const lan = createLanShare({
    endpoint: { share: async (addresses) => (state.listens = [...addresses]) },
    wanted: () => state.wanted,
    key: () => state.key,
    addresses: () => state.addresses,
    changed,
  });
  return { state, lan, changed };
}

test("it is open while that is wanted and the endpoint listens, and says where", async () => {
  const { state, lan, changed } = machine();
  await lan.follow(7411);
  expect(lan.status()).toEqual({ lan: ["http://192.168.1.5:7411/v1"] });
  expect(changed).toHaveBeenCalledOnce();
  state.wanted = false;
  await lan.follow(7411);
  expect([lan.status(), state.listens]).toEqual([{}, []]);
  state.wanted = true;
  await lan.follow(undefined);
  expect([lan.status(), state.listens]).toEqual([{}, []]);
});

test("a short key opens nothing, and the reason is said", async () => {
  const { state, lan } = machine();
  state.key = "k".repeat(31);
  await lan.follow(7411);
  expect(state.listens).toEqual([]);
  expect(lan.status()).toEqual({ lan: [], lanProblem: "short_key" });
});

test("it moves with the machine from network to network", async () => {
  vi.useFakeTimers();
  const { state, lan } = machine();
  await lan.follow(7411);
  state.addresses = [];
  await vi.advanceTimersByTimeAsync(5000);
  expect(lan.status()).toEqual({ lan: [], lanProblem: "no_network" });
  state.addresses = ["10.0.0.9"];
  await vi.advanceTimersByTimeAsync(5000);
  expect(lan.status()).toEqual({ lan: ["http://10.0.0.9:7411/v1"] });
});
