import { expect, test } from "vitest";
import { scanMath } from "./math-spans";
import { settle } from "./settled";

function settled(text: string): string {
  const { length, closing } = settle(text, scanMath(text, true));
  return text.slice(0, length) + closing;
}

test.each([
  ["Words\n\n| a", "Words"],
  ["Words\n\n| a | b |", "Words"],
  ["Words\n\n| a | b |\n", "Words"],
  ["Words\n\n| a | b |\n| --", "Words"],
  ["Words\n\n| a | b |\n| --- | ---", "Words\n\n| a | b |\n| --- | ---"],
  ["Words\n\n| a | b |\n| --- | --- |\n| 1", "Words\n\n| a | b |\n| --- | --- |\n| 1"],
  ["Words\n\na | b", "Words\n\na"],
  ["Words\n\na | b\n--", "Words\n\na"],
  ["Words\n\na | b\nc", "Words\n\na | b\nc"],
  [`P(A|B) ${"is long, ".repeat(15)}`, `P(A|B) ${"is long, ".repeat(15)}`.trimEnd()],
  ["Words\n\n``", "Words"],
  ["Words\n\n```pyth", "Words\n\n"],
  ["```python\n", "```python\n"],
  ["```python\nx\n``", "```python\nx\n"],
  ["```python\n- ", "```python\n- "],
  ["```python\n| a", "```python\n| a"],
  ["Words\n1", "Words"],
  ["Words\n1.", "Words"],
  ["Words\n1. one\n2", "Words\n1. one"],
  ["Words\n- ", "Words"],
  ["Words\n##", "Words"],
  ["Words\n## Ti", "Words\n## Ti"],
  ["Words\n---", "Words"],
  ["Words", "Words"],
  ["Words **bo", "Words **bo**"],
  ["Words *a **bo", "Words *a **bo***"],
  ["Words **", "Words"],
  ["Words **bold*", "Words **bold**"],
  ["Words [", "Words"],
  ["Words [link]", "Words"],
  ["Words [link](", "Words [link](-)"],
  ["Words [link](https://a", "Words [link](-)"],
  ["Words [link](https://a) b", "Words [link](https://a) b"],
  [`Words [link](https://a/${"x".repeat(999)}`, "Words [link](-)"],
  [`Words [${"aside ".repeat(60)}**bo`, `Words [${"aside ".repeat(60)}**bo**`],
  ["Words [1] b", "Words [1] b"],
  ["Words `", "Words"],
  ["Words `co*de", "Words `co*de`"],
  ["```js\n`", "```js\n"],
  ["```js\nx = `", "```js\nx = `"],
])("of %j is shown %j", (text, shown) => expect(settled(text)).toBe(shown));

test("a long line of marks is no mark", () => {
  for (const marks of ["-    ", "> - ", "* ", "1.  "]) expect(settled(`Words\n${marks.repeat(200)}x`)).toMatch(/x$/);
});
