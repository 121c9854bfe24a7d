import { describe, expect, test } from "vitest";
import { titleOf } from "./title";

describe("titleOf", () => {
  test("keeps a short message, on one line", () => {
    expect(titleOf({ text: "  Hello\n  there " }, "Bild")).toBe("Hello there");
  });

  test("cuts a long one between words, without a trailing comma", () => {
    const title = titleOf(
      { text: "Please explain to me, in plain words and with one example each, how tides work" },
      "Bild",
    );
    expect(title).toBe("Please explain to me, in plain words and with one example…");
    expect([...title].length).toBeLessThanOrEqual(61);
  });

  test("cuts one long word without breaking a character", () => {
    expect(titleOf({ text: "🙂".repeat(80) }, "Bild")).toBe(`${"🙂".repeat(60)}…`);
  });

  test("names a message that is only a picture, or a file by its name", () => {
    expect(titleOf({ text: " " }, "Bild")).toBe("Bild");
    expect(titleOf({ text: "", files: [{ name: "plan.md", mediaType: "text/markdown", text: "x" }] }, "Bild")).toBe(
      "plan.md",
    );
  });
});
