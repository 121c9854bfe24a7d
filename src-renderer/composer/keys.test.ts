import { expect, test } from "vitest";
import { composerKey } from "./keys";

const press = (change: Partial<Parameters<typeof composerKey>[0]>) => ({
  key: "Enter",
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
});

test("Enter sends, also with Ctrl or Cmd; Shift or Alt breaks the line", () => {
  expect(composerKey(press({}))).toBe("send");
  expect(composerKey(press({ ctrlKey: true }))).toBe("send");
  expect(composerKey(press({ metaKey: true }))).toBe("send");
  expect(composerKey(press({ shiftKey: true }))).toBeUndefined();
  expect(composerKey(press({ altKey: true }))).toBeUndefined();
});

test("Enter belongs to the input method while it composes", () => {
  expect(composerKey(press({ isComposing: true }))).toBeUndefined();
  expect(composerKey(press({ keyCode: 229 }))).toBeUndefined();
});

test("other keys write", () => {
  expect(composerKey(press({ key: "a", keyCode: 65 }))).toBeUndefined();
});
