import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noticesText, textIn } from "./notices.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "notices-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "x", author: { name: "Somebody" } }));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a package's licence is what its own files say, notices included", () => {
  writeFileSync(join(folder, "LICENSE.md"), "Do what you like.\n");
  writeFileSync(join(folder, "NOTICE"), "Made by others.\n");
  writeFileSync(join(folder, "licenses.js"), "code");
  expect(textIn(folder)).toBe("Do what you like.\n\nMade by others.");
});

test("where there is none, it is at least said whose it is", () => {
  expect(textIn(folder)).toBe("Copyright Somebody");
});

test("the document names each package with its licence's whole text", () => {
  const text = noticesText([{ name: "zod", version: "4.6.7", licence: "MIT", text: "Copyright (c) Somebody" }]);
  expect(text).toContain("zod 4.6.7\nLicence: MIT\n\nCopyright (c) Somebody\n");
});
