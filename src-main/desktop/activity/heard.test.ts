import { expect, test } from "vitest";
import { compareHeard } from "./heard";
import { Tally, tokensPerSecond } from "./tally";

test.each([
  ["Hello there. How are you?", "Hello there.", 12],
  ["Hello there. How are you?", "Hello there", 11],
  ["Hello there. How are you?", "hello  there How are you", 25],
  ["Hello there.", "", 0],
  ["**Bold** words, and more", "Bold words", 14],
  ["Добре, коротко: усе закінчилося.", "Добре, коро", 11],
  ["You can’t, 13 of 20", "You can", 7],
])("of %o was heard %o", (reply, told, upTo) => {
  expect(compareHeard(reply, told)?.upTo).toBe(upTo);
});

test("another text was not heard, and what comes behind is told apart", () => {
  expect(compareHeard("Hello there.", "Help")).toBeUndefined();
  expect(compareHeard("Yes.", "Yes. One moment please.")).toEqual({ upTo: 4, rest: 3 });
  expect(compareHeard("The beginning", "The beginning and its end", false)).toEqual({ upTo: 13, rest: 25 });
});

test.each([
  [["Hel", "lo, wor", "ld! "], 2],
  [["It’s", " don't", " 3.5"], 4],
  [["你好世界"], 4],
  [["…", " ", ""], 0],
])("%o are %i words", (pieces, words) => {
  const tally = new Tally();
  for (const piece of pieces) tally.add(piece);
  expect(tally.words).toBe(words);
});

test("a speed needs some tokens and some time", () => {
  expect(tokensPerSecond(100, 2000)).toBe(50);
  expect(tokensPerSecond(1, 2000)).toBeUndefined();
  expect(tokensPerSecond(100, 3)).toBeUndefined();
});
