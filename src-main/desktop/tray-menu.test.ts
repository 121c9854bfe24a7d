import { expect, test, vi } from "vitest";
import { type TrayActions, trayMenu, trayTooltip } from "./tray-menu";

const actions: TrayActions = {
  start: vi.fn(),
  stop: vi.fn(),
  open: vi.fn(),
  copyUrl: vi.fn(),
  setOpenAtLogin: vi.fn(),
  quit: vi.fn(),
};
const labels = (state: Parameters<typeof trayMenu>[0]["state"]) =>
  trayMenu({ state }, false, actions).flatMap((item) => item.label ?? []);

test("the tooltip names the state and, in an error, why", () => {
  expect(trayTooltip({ state: "ready", demo: false })).toBe("Brainstem: ready");
  expect(trayTooltip({ state: "error", reason: "not logged in", demo: false })).toBe(
    "Brainstem: error (not logged in)",
  );
});

test("a stopped brain can be started, any other stopped, and after an error it can be tried again", () => {
  const rest = ["Open Brainstem", "Copy endpoint URL", "Open at login", "Quit"];
  expect(labels("stopped")).toEqual(["Start brain", ...rest]);
  expect(labels("starting")).toEqual(["Stop brain", ...rest]);
  expect(labels("busy")).toEqual(["Stop brain", ...rest]);
  expect(labels("error")).toEqual(["Try again", "Stop brain", ...rest]);
});

test("the check mark shows whether it opens at login", () => {
  const mark = (on: boolean) => trayMenu({ state: "ready" }, on, actions).find((item) => item.type === "checkbox");
  expect(mark(true)?.checked).toBe(true);
  expect(mark(false)?.checked).toBe(false);
});
