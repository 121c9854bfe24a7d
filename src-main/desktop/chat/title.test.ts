import { describe, expect, test } from "vitest";
import { titleOf } from "./title";

describe("titleOf", () => {
  test("keeps a short message, on one line", () => {
    expect(titleOf("  Hello\n  there ")).toBe("Hello there");
  });

  test("cuts a long one between words, without a trailing comma", () => {
    const title = titleOf("Please explain to me, in plain words and with one example each, how tides work");
    expect(title).toBe("Please explain to me, in plain words and with one example…");
    expect([...title].length).toBeLessThanOrEqual(61);
  });

  test("cuts one long word without breaking a character", () => {
    expect(titleOf("🙂".repeat(80))).toBe(`${"🙂".repeat(60)}…`);
  });

  test("names a message that is only a picture", () => {
    expect(titleOf(" ")).toBe("Picture");
  });
});
