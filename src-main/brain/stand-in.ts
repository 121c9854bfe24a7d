import type { ErrorReason } from "../../src-shared/brain-status";
import type { Driver } from "./turn";

/** What a stand-in makes up for; a login is not needed where one answers. */
const madeUpFor: readonly (ErrorReason | undefined)[] = [
  "cli_missing",
  "cli_unresponsive",
  "cli_too_old",
  "cli_crashed",
];

/**
 * The same driver, but with another in its place where its program is not to be had.
 * @param address of what answers then; undefined: nothing stands in.
 * @param make makes the one for an address.
 */
export function withStandIn(
  driver: Driver,
  address: () => string | undefined,
  make: (address: string) => Driver,
): Driver {
  let made: { address: string; driver: Driver } | undefined;
  const standIn = (): Driver | undefined => {
    const now = madeUpFor.includes(driver.state().code) ? address() : undefined;
    if (now === undefined) return undefined;
    if (made?.address !== now) made = { address: now, driver: make(now) };
    return made.driver;
  };
  return {
    name: driver.name,
    state: () => (standIn() ? { state: "ready" } : driver.state()),
    onState: (listener) => driver.onState(listener),
    models: () => driver.models(),
    start: () => driver.start(),
    async stop() {
      await Promise.all([driver.stop(), made?.driver.stop()]);
    },
    async *run(request, signal) {
      const other = standIn();
      if (!other) return yield* driver.run(request, signal);
      await other.start();
      yield* other.run(request, signal);
    },
  };
}
