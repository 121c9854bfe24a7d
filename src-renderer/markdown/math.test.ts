import { describe, expect, test } from "vitest";
import { scanMath } from "./math-spans";
import { writeMath } from "./math-text";

const written = (text: string) => writeMath(text, scanMath(text, false).spans);

describe("what is a formula", () => {
  test.each([
    ["so $x^2$ it is", "so $$x^2$$ it is"],
    ["so \\(x^2\\) it is", "so $$x^2$$ it is"],
    ["$a$, $b$ and $n-1$", "$$a$$, $$b$$ and $$n-1$$"],
    ["a $\\text{two words}$ b", "a $$\\text{two words}$$ b"],
    ["where $$x$$ stands among words", "where $$\\displaystyle x$$ stands among words"],
    ["see \\[x\\] here", "see $$\\displaystyle x$$ here"],
    ["a $x\n+ y$ b", "a $$x + y$$ b"],
    ["| $|x|$ | \\(a\\) |", "| $$\\vert x\\vert $$ | $$a$$ |"],
    ["# On $\\pi$", "# On $$\\pi$$"],
  ])("%j among words", (text, expected) => expect(written(text)).toBe(expected));

  test.each([
    ["$$x$$", "$$\nx\n$$"],
    ["$$\nx\n$$", "$$\nx\n$$"],
    ["so:\n\\[\na\n\n+ b\n\\]\nand", "so:\n$$\na\n+ b\n$$\nand"],
    ["$$ a\n= b $$.", "$$\na\n= b.\n$$"],
    ["1. \\[ x \\]\n2. two", "1. $$\n   x\n   $$\n2. two"],
    ["- one\n  $$\n  x\n  $$", "- one\n  $$\n  x\n  $$"],
    ["> $$\n> x\n> $$", "> $$\n> x\n> $$"],
  ])("%j on its own line", (text, expected) => expect(written(text)).toBe(expected));

  test.each([
    "$5 and $10",
    "between $5-$10 a month",
    "it costs $5, or $10.50 with tax",
    "US$5 (or A$7)",
    "$HOME and $PATH, or $HOME/$USER",
    "from $20 million to 30 million$ in all",
    "an escaped \\$x\\$ stays",
    "`$x$` and ``a ` $y$`` are code",
    "```\n$x$\n\\(y\\)\n```",
    "- ~~~sh\n  echo $A$B\n  ~~~",
    "costs $$5 in one\n\nand $$ in another paragraph",
    "\\(\\) and $$$$ hold nothing",
  ])("%j is none", (text) => expect(written(text)).toBe(text));

  test("what follows code is read again", () => {
    expect(written("```\n$a$\n```\n$b$")).toBe("```\n$a$\n```\n$$b$$");
    expect(written("`unclosed $x$\n\nnext $y$")).toBe("`unclosed $$x$$\n\nnext $$y$$");
  });
});

test("without an end it is none once the text is whole", () => {
  expect(scanMath("so \\(x and $y^2", false)).toEqual({ spans: [], pending: undefined, openFence: undefined });
});

describe("a formula that is still being written", () => {
  test.each([
    ["so \\(x", 3, false],
    ["so $x^{2", 3, false],
    ["so $\\frac", 3, false],
    ["so \\", 3, false],
    ["so:\n\\[\n\\frac{a", 4, true],
    ["so:\n$$\na &= b", 4, true],
    ["a $", 2, false],
  ])("%j waits", (text, at, display) => expect(scanMath(text, true).pending).toEqual({ at, display }));

  test.each([
    "it costs $5",
    "it costs $5 and",
    "the variable $HOME is",
    "an \\*escape",
    "`$x",
    "```\n$x^2",
    "done $x$ and on",
  ])("%j does not", (text) => expect(scanMath(text, true).pending).toBeUndefined());
});
