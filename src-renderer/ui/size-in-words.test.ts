import { expect, test } from "vitest";
import { sizeInWords } from "./size-in-words";

test.each([
  [0, "0 byte"],
  [999, "999 byte"],
  [1234, "1.2 kB"],
  [45_678_901, "45.7 MB"],
  [345_678_901, "346 MB"],
  [2_000_000_000, "2 GB"],
])("%i bytes are %s", (bytes, words) => {
  expect(sizeInWords(bytes, "en")).toBe(words);
});
