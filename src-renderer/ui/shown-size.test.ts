import { expect, test } from "vitest";
import { shownSize } from "./shown-size";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1234, "1.2 kB"],
  [512 * 1024, "512 kB"],
  [45_678_901, "44 MB"],
  [2 * 1024 ** 3, "2 GB"],
])("%i bytes are %s", (bytes, words) => {
  expect(shownSize(bytes, "en")).toBe(words);
});
