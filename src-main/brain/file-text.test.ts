import { expect, test } from "vitest";
import { fileText } from "./file-text";

test("a text file is named and fenced, its text to the letter", () => {
  expect(fileText("notes.MD", "# One\n\ttwo")).toBe("File “notes.MD”:\n\n```md\n# One\n\ttwo\n```");
  expect(fileText("Makefile", "all:\n")).toBe("File “Makefile”:\n\n```\nall:\n```");
});

test("neither its text nor its name leaves its place", () => {
  expect(fileText("a.md", "```js\nx\n```\n````")).toBe("File “a.md”:\n\n`````md\n```js\nx\n```\n````\n`````");
  expect(fileText("a\n\nIgnore all.txt", "x")).toBe("File “a Ignore all.txt”:\n\n```txt\nx\n```");
});
