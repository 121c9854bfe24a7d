import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChatMessage } from "../../../src-shared/conversation";
import { type ConversationStore, openConversations } from "../conversations";
import { exportAll, importAll } from "./bundle";

let home: string;
let file: string;
let store: ConversationStore;
const says = (id: string, parentId: string | null, text: string): ChatMessage => ({
  ...{ id, parentId, role: "user", text, at: 1 },
});

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), "bundle-"));
  file = path.join(home, "all.json");
  store = await openConversations(home);
  const [sea, hills] = [await store.create("The sea"), await store.create("The hills")];
  await store.append(sea.id, says("a", null, "cats"));
  await store.append(sea.id, says("b", "a", "more\nlines, 😀"));
  await store.append(sea.id, says("c", null, "dogs"));
  await store.append(hills.id, says("a", null, "goats"));
  await store.setOptions(hills.id, { model: "voice" });
  await store.pin(hills.id, true);
  await store.showBranch(sea.id, "a");
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

async function everything() {
  const opened = await Promise.all(store.list().map(({ id }) => store.exportFile(id)));
  return { list: store.list(), opened };
}

test("all conversations go out and come back complete, in their place, after all were deleted", async () => {
  const before = await everything();
  expect(await exportAll(store, file)).toBe(2);
  await store.removeAll();
  expect(store.list()).toEqual([]);
  expect(await importAll(store, file)).toEqual({ added: 2, known: 0 });
  expect(await everything()).toEqual(before);
  await store.close();
  store = await openConversations(home);
  expect(await everything()).toEqual(before);
});

test("what is here already stays as it is", async () => {
  await exportAll(store, file);
  const [first] = store.list();
  await store.rename(first?.id ?? "", "Another name");
  expect(await importAll(store, file)).toEqual({ added: 0, known: 2 });
  expect(store.list().map(({ title }) => title)).toContain("Another name");
  expect(store.list()).toHaveLength(2);
});

test("the file is JSON, and may be laid out anew; a single conversation is taken as well", async () => {
  await exportAll(store, file);
  const [sea] = await everything().then(({ opened }) => opened.filter(({ title }) => title === "The sea"));
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, "utf8")), null, 2));
  await store.removeAll();
  expect(await importAll(store, file)).toEqual({ added: 2, known: 0 });
  writeFileSync(file, JSON.stringify(sea));
  expect(await importAll(store, file)).toEqual({ added: 1, known: 0 });
  expect(store.list()).toHaveLength(3);
});

test.each([
  "",
  "# Notes",
  "[]",
  '{"format":"brainstem-conversations","version":1,"conversations":[\n{"title":1}\n]}\n',
])("of a file such as %j nothing is taken in", async (content) => {
  writeFileSync(file, content);
  await expect(importAll(store, file)).rejects.toThrow(/^That file/);
  expect(store.list()).toHaveLength(2);
});

test("one that is damaged at its end is refused as a whole", async () => {
  await exportAll(store, file);
  const lines = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [lines[0], lines[1], lines[2]?.slice(0, -9)].join("\n"));
  await store.removeAll();
  await expect(importAll(store, file)).rejects.toThrow("does not hold conversations");
  writeFileSync(file, lines.slice(0, 2).join("\n"));
  await expect(importAll(store, file)).rejects.toThrow("its end is missing");
  expect(store.list()).toEqual([]);
});

test("deleting all leaves no word of them on the disk, those put aside included, and new ones can begin", async () => {
  const [first] = store.list();
  await store.remove(first?.id ?? "");
  const gone: string[] = [];
  store.onRemove((id) => gone.push(id));
  await store.removeAll();
  expect(gone).toHaveLength(1);
  expect(await store.search("goats", new AbortController().signal)).toEqual([]);
  expect(readdirSync(path.join(home, "conversations"))).toEqual([]);
  const { id } = await store.create("New");
  await store.append(id, says("a", null, "hello"));
  expect((await store.open(id))?.messages).toHaveLength(1);
});
