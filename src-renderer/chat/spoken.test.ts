import { expect, test } from "vitest";
import { spoken } from "./spoken";

const words = { code: "Code", formula: "Formula" };

test("an answer is read out without its marks", () => {
  const text =
    "# **Bold** [link](https://a.b)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```js\nlet x;\n```\n\nSo \\(x^2\\) and\n$$\ny\n$$";
  expect(spoken(text, words, 500)).toBe("Bold link\na, b\n1, 2\nCode.\nSo Formula and\nFormula");
});

test("a long one is cut between words", () => {
  expect(spoken("one two three", words, 9)).toBe("one two…");
});
