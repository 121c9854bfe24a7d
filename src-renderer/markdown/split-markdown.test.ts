import { expect, test } from "vitest";
import { growPieces, splitMarkdown } from "./split-markdown";

const prose = `${"Words that fill a line of prose. ".repeat(20)}\n\n`;
const code = `\`\`\`md\n${"# no heading\n\nno paragraph\n\n".repeat(300)}\`\`\`\n\n`;
const list = `${"- an item\n\n  Its second paragraph.\n\n".repeat(300)}`;

test("a long text is cut before headings and paragraphs, and nothing of it is lost", () => {
  const text = `${prose.repeat(10)}## Next\n\n${prose.repeat(10)}`;
  const pieces = splitMarkdown(text);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join("")).toBe(text);
});

test("code, and what stands indented in a list, is never cut", () => {
  for (const block of [code, list]) {
    const pieces = splitMarkdown(`${prose.repeat(10)}${block}${prose.repeat(10)}`);
    expect(pieces.filter((piece) => piece.includes(block))).toHaveLength(1);
  }
});

test("what reaches over the whole text keeps it whole", () => {
  for (const far of [
    "A note[^1].\n\n",
    "[name]: https://example.com\n\n",
    "<details>\n\n",
    "$$\nx\n$$\n\n",
    "\\[\nx\n\n+ y\n\\]\n\n",
  ])
    expect(splitMarkdown(prose.repeat(20) + far)).toHaveLength(1);
});

test("cuts stay where they are while the text grows", () => {
  const text = `${prose.repeat(10)}${code}## Next\n\n${prose.repeat(10)}${list}`;
  let before: string[] = [];
  for (let length = 0; length <= text.length; length += 97) {
    const settled = splitMarkdown(text.slice(0, length)).slice(0, -1);
    expect(settled.slice(0, before.length)).toEqual(before);
    before = settled;
  }
});

test("a growing text is cut as it would be as a whole", () => {
  const text = `${prose.repeat(6)}${code}## Next\n\n${prose.repeat(6)}${list}${prose.repeat(8)}`;
  for (const whole of [text, `${text}A note[^1].\n\n${prose.repeat(8)}`]) {
    let pieces: string[] = [];
    for (let from = 0; from < whole.length; from += 61) {
      pieces = growPieces(pieces, whole.slice(from, from + 61));
      expect(pieces).toEqual(splitMarkdown(whole.slice(0, from + 61)));
    }
  }
});
