import { expect, it } from "vitest";
import { type StatusParts, statusOf } from "./service-status";

const taken = { state: "error", code: "port_taken", reason: "port 1 is taken", help: "" } as const;
const at = (port: number | undefined, problem?: typeof taken) => ({ port: () => port, problem: () => problem });
const parts: StatusParts = {
  front: { state: "ready", cliVersion: "9" },
  listening: at(1),
  wanted: true,
  changing: false,
  running: 0,
  more: { demo: false },
};

it.each([
  ["the CLI is ready and the endpoint listens", {}, "ready"],
  ["a turn runs", { running: 1 }, "busy"],
  ["the endpoint does not listen yet", { listening: at(undefined) }, "starting"],
  ["the port is taken", { listening: at(undefined, taken) }, "error"],
  ["the CLI is still starting", { front: { state: "starting" } }, "starting"],
  ["the CLI is missing, and the port taken", { front: { state: "error", code: "cli_missing" } }, "error"],
  ["one CLI follows another", { front: { state: "stopped" }, changing: true }, "starting"],
  ["it is switched off meanwhile", { front: { state: "stopped" }, changing: true, wanted: false }, "stopped"],
  ["it is off", { front: { state: "stopped" }, listening: at(undefined) }, "stopped"],
] satisfies [string, Partial<StatusParts>, string][])("%s: it is %s", (_when, changed, state) => {
  expect(statusOf({ ...parts, ...changed }).state).toBe(state);
});

it("tells the address while it listens, and why it does not", () => {
  expect(statusOf(parts)).toEqual({ demo: false, state: "ready", cliVersion: "9", baseUrl: "http://127.0.0.1:1/v1" });
  expect(statusOf({ ...parts, listening: at(undefined, taken) })).toEqual({ demo: false, cliVersion: "9", ...taken });
});
