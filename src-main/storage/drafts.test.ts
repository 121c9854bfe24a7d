import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDrafts } from "./drafts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "drafts-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const text = (words: string) => ({ pictures: [], files: [{ name: "a.txt", mediaType: "text/plain", text: words }] });
const none = { pictures: [], files: [] };
const kept = () => readdirSync(path.join(home, "drafts")).sort();

test("what is attached outlives the app, for nobody else to read, and goes when it is sent", async () => {
  await openDrafts(home).keep("one", text("plan"));
  const drafts = openDrafts(home);
  expect(await drafts.read("one")).toEqual(text("plan"));
  expect(await drafts.read("two")).toEqual(none);
  const file = path.join(home, "drafts", "one.json");
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  await drafts.keep("one", none);
  expect(kept()).toEqual([]);
});

test("a file that cannot be read is no attachment", async () => {
  mkdirSync(path.join(home, "drafts"));
  writeFileSync(path.join(home, "drafts", "one.json"), '{"pictures":[{"data":1}]}');
  expect(await openDrafts(home).read("one")).toEqual(none);
});

test("drafts of conversations that are gone go too, and so does what a crash left half-written", async () => {
  const drafts = openDrafts(home);
  for (const chat of ["one", "gone", "new"]) await drafts.keep(chat, text(chat));
  writeFileSync(path.join(home, "drafts", "one.json.7.brainstem-tmp"), "{");
  await drafts.prune(["one"]);
  expect(kept()).toEqual(["new.json", "one.json"]);
  await drafts.clear();
  expect(kept()).toEqual([]);
});

test("all together they stay below a bound; the oldest go first", async () => {
  const drafts = openDrafts(home, 3000);
  for (const chat of ["a", "b"]) {
    await drafts.keep(chat, text("x".repeat(1000)));
    utimesSync(path.join(home, "drafts", `${chat}.json`), 1000, chat === "a" ? 1000 : 2000);
  }
  await drafts.keep("c", text("x".repeat(1000)));
  expect(kept()).toEqual(["b.json", "c.json"]);
});
