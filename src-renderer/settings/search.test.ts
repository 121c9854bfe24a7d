import { expect, test } from "vitest";
import { holdsAll, wordsOf } from "./search";

test.each([
  ["", true],
  ["  ", true],
  ["wait queue", true],
  ["QUEUE  turns", true],
  ["turn", true],
  ["queue port", false],
])("of “Turns that may wait, queue” “%s” is %s", (typed, found) => {
  expect(holdsAll(wordsOf(typed), "Turns that may wait, queue")).toBe(found);
});

test("marks on letters are no hindrance, in any script", () => {
  expect(holdsAll(wordsOf("cle"), "Clé")).toBe(true);
  expect(holdsAll(wordsOf("порт"), "Порт")).toBe(true);
  expect(holdsAll(wordsOf("端口"), "更改端口")).toBe(true);
});
