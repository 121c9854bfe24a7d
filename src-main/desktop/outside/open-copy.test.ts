import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createOpenCopies, pdfName } from "./open-copy";

const pdf = Buffer.from("%PDF-1.4\n%%EOF\n");
let where: string;
beforeEach(() => {
  where = mkdtempSync(path.join(tmpdir(), "copies-"));
});
afterEach(() => rmSync(where, { recursive: true, force: true }));

test("a PDF opens as a copy that nobody else can read and that goes with the app", async () => {
  const opened: string[] = [];
  const copies = createOpenCopies(async (file) => {
    opened.push(file);
    return "";
  }, where);
  await copies.open("The plan.pdf", pdf);
  await copies.open("The plan.pdf", pdf);
  const [file = "", second] = opened;
  expect(path.basename(file)).toBe("The plan.pdf");
  expect(second).not.toBe(file);
  expect(readFileSync(file)).toEqual(pdf);
  if (process.platform !== "win32") expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
  await copies.close();
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(where)).toEqual([]);
});

test("what is no PDF is opened by no program, and a program that fails is told of", async () => {
  const copies = createOpenCopies(async () => "no program", where);
  await expect(copies.open("a.pdf", Buffer.from("#!/bin/sh\n"))).rejects.toThrow("not a PDF");
  expect(readdirSync(where)).toEqual([]);
  await expect(copies.open("a.pdf", pdf)).rejects.toThrow("a.pdf");
  await copies.close();
});

test.each([
  ["plan.PDF", "plan.pdf"],
  ["run.desktop", "run.desktop.pdf"],
  ["../../.profile", "profile.pdf"],
  ["a/b\\c:d\n.pdf", "a-b-c-d-.pdf"],
  ["..", "file.pdf"],
  ["-rf.pdf", "rf.pdf"],
])("%j is called %j", (name, called) => expect(pdfName(name)).toBe(called));
