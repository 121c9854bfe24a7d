import { expect, test } from "vitest";
import { acceleratorOf, shownAccelerator } from "./accelerator";

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, code: string, held: Partial<typeof none> = {}) =>
  acceleratorOf({ key, code, ...none, ...held });

test("a press with Ctrl, Alt or the system's key is a shortcut, in Electron's words", () => {
  expect(press(" ", "Space", { ctrlKey: true, shiftKey: true })).toBe("Control+Shift+Space");
  expect(press("k", "KeyK", { altKey: true })).toBe("Alt+K");
  expect(press("F9", "F9")).toBe("F9");
  expect(press("ArrowUp", "ArrowUp", { metaKey: true })).toBe("Super+Up");
});

test("the key counts, not the sign that Shift or Option make of it", () => {
  expect(press("!", "Digit1", { ctrlKey: true, shiftKey: true })).toBe("Control+Shift+1");
  expect(press("˚", "KeyK", { altKey: true })).toBe("Alt+K");
});

test("what people type is none, and a held key alone is none yet", () => {
  expect(press("a", "KeyA")).toBeUndefined();
  expect(press("A", "KeyA", { shiftKey: true })).toBeUndefined();
  expect(press("Control", "ControlLeft", { ctrlKey: true })).toBeUndefined();
});

test("it is shown as each system writes it", () => {
  expect(shownAccelerator("CommandOrControl+Shift+Space", true)).toBe("⌘⇧Space");
  expect(shownAccelerator("CommandOrControl+Shift+Space", false)).toBe("Ctrl Shift Space");
});
