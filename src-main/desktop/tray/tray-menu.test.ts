import { expect, test, vi } from "vitest";
import { textsOf } from "../language/testing";
import { type TrayActions, trayMenu, trayTooltip } from "./tray-menu";

const texts = textsOf();
const actions: TrayActions = {
  start: vi.fn(),
  stop: vi.fn(),
  open: vi.fn(),
  copyUrl: vi.fn(),
  setOpenAtLogin: vi.fn(),
  quit: vi.fn(),
};
const labels = (state: Parameters<typeof trayMenu>[0]["state"]) =>
  trayMenu({ state }, false, actions, texts.t).flatMap((item) => item.label ?? []);

test("the tooltip names the state and, in an error, why", () => {
  expect(trayTooltip({ state: "ready", demo: false }, texts)).toBe("Brainstem: ready");
  expect(trayTooltip({ state: "error", reason: "not logged in", demo: false }, texts)).toBe(
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
  const mark = (on: boolean) =>
    trayMenu({ state: "ready" }, on, actions, texts.t).find((item) => item.type === "checkbox");
  expect(mark(true)?.checked).toBe(true);
  expect(mark(false)?.checked).toBe(false);
});

test("it speaks the language that is chosen, from the next menu on", () => {
  const spoken = textsOf("de");
  const stuck = { state: "error", code: "not_logged_in", reason: "not logged in", demo: false } as const;
  const first = (of: typeof spoken) => trayMenu({ state: "stopped" }, false, actions, of.t)[0]?.label;
  expect(first(spoken)).toBe("Gehirn starten");
  expect(trayTooltip(stuck, spoken)).toBe("Brainstem: Fehler (nicht angemeldet)");
  spoken.speak("zh-CN");
  expect(first(spoken)).toBe("启动大脑");
});
