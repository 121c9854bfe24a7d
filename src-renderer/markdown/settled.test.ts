import { expect, test } from "vitest";
import { scanMath } from "./math-spans";
import { settledLength } from "./settled";

const settled = (text: string) => text.slice(0, settledLength(text, scanMath(text, true).openFence));

test.each([
  ["Words\n\n| a", "Words\n\n"],
  ["Words\n\n| a | b |", "Words\n\n"],
  ["Words\n\n| a | b |\n", "Words\n\n"],
  ["Words\n\n| a | b |\n| --", "Words\n\n"],
  ["Words\n\n| a | b |\n| --- | ---", "Words\n\n| a | b |\n| --- | ---"],
  ["Words\n\n| a | b |\n| --- | --- |\n| 1", "Words\n\n| a | b |\n| --- | --- |\n| 1"],
  ["Words\n\n``", "Words\n\n"],
  ["Words\n\n```pyth", "Words\n\n"],
  ["```python\n", "```python\n"],
  ["```python\nx\n``", "```python\nx\n"],
  ["```python\n- ", "```python\n- "],
  ["```python\n| a", "```python\n| a"],
  ["Words\n1", "Words\n"],
  ["Words\n1.", "Words\n"],
  ["Words\n1. one\n2", "Words\n1. one\n"],
  ["Words\n- ", "Words\n"],
  ["Words\n##", "Words\n"],
  ["Words\n## Ti", "Words\n## Ti"],
  ["Words\n---", "Words\n"],
  ["Words", "Words"],
  ["Words **bo", "Words **bo"],
  ["Words **", "Words "],
  ["Words **bold*", "Words **bold"],
  ["Words [", "Words "],
  ["Words [link]", "Words [link"],
  ["Words [link](", "Words [link]("],
  ["Words `", "Words "],
  ["```js\n`", "```js\n"],
  ["```js\nx = `", "```js\nx = `"],
])("of %j is shown %j", (text, shown) => expect(settled(text)).toBe(shown));
