import { expect, test } from "vitest";
import { isPressed, shortcuts, writtenKeys } from "./shortcuts";

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, held: Partial<typeof none> = {}) => ({ key, ...none, ...held });

test("one key press means one thing in one place", () => {
  for (const group of ["window", "writing", "list", "quickAsk"]) {
    const keys = shortcuts.filter((one) => one.group === group).flatMap((one): string[] => [...one.keys]);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test("Command is the key on a Mac, Ctrl elsewhere, and no other key may be held", () => {
  expect(isPressed("palette", press("k", { metaKey: true }), true)).toBe(true);
  expect(isPressed("palette", press("k", { ctrlKey: true }), true)).toBe(false);
  expect(isPressed("palette", press("K", { ctrlKey: true }), false)).toBe(true);
  expect(isPressed("palette", press("k", { ctrlKey: true, altKey: true }), false)).toBe(false);
  expect(isPressed("palette", press("K", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(isPressed("search", press("F", { ctrlKey: true, shiftKey: true }), false)).toBe(true);
});

test("a sign counts however the keyboard makes it", () => {
  expect(isPressed("shortcuts", press("/", { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(isPressed("shortcuts", press("?", { shiftKey: true }), false)).toBe(true);
  expect(isPressed("shortcuts", press("/"), false)).toBe(false);
});

test("what an input method composes is no shortcut", () => {
  expect(isPressed("send", { ...press("Enter"), isComposing: true }, false)).toBe(false);
  expect(isPressed("send", { ...press("Enter"), keyCode: 229 }, false)).toBe(false);
});

test("keys are written as each system writes them", () => {
  expect(writtenKeys("mod+Shift+F", true)).toBe("⇧⌘F");
  expect(writtenKeys("mod+Shift+F", false)).toBe("Ctrl Shift F");
  expect(writtenKeys("mod+,", true)).toBe("⌘,");
});
