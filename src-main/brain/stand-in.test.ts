import { expect, test } from "vitest";
import { withStandIn } from "./stand-in";
import { ask, textOf, user } from "./testing/real-brain";
import { runDriver } from "./testing/run-driver";
import { ScriptedDriver } from "./testing/scripted-driver";
import type { DriverState } from "./turn";

/** A driver in a state, and what answers in its place where there is an address. */
function stage(state: DriverState, address: string | undefined) {
  const own = Object.assign(new ScriptedDriver("own", []), { state: () => state });
  const driver = withStandIn(
    own,
    () => address,
    (at) => new ScriptedDriver(at, []),
  );
  return { driver, says: async () => textOf(await runDriver(driver, ask([user("q")], { model: "m" }))) };
}

test("where the program is missing the stand-in answers, and the driver counts as ready", async () => {
  const { driver, says } = stage({ state: "error", code: "cli_missing" }, "demo");
  expect(await says()).toBe("demo m");
  expect(driver.state()).toEqual({ state: "ready" });
  expect(driver.name).toBe("own");
});

test("a program that works answers itself, and without an address nothing stands in", async () => {
  expect(await stage({ state: "ready" }, "demo").says()).toBe("own m");
  expect(stage({ state: "error", code: "cli_missing" }, undefined).driver.state().state).toBe("error");
  expect(stage({ state: "error", code: "not_logged_in" }, "demo").driver.state().state).toBe("error");
});
