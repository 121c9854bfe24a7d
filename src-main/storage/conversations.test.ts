import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChatMessage, ConversationSummary } from "../../src-shared/conversation";
import { type ConversationStore, openConversations } from "./conversations";

let home: string;
let store: ConversationStore;
const inFolder = (name: string) => path.join(home, "conversations", name);
const fileOf = (id: string) => inFolder(`${id}.jsonl`);
const says = (id: string, parentId: string | null, text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  parentId,
  role: "user",
  text,
  at: 1,
  ...more,
});
const streams = (id: string, parentId: string | null): ChatMessage =>
  says(id, parentId, "", { role: "assistant", outcome: "streaming" });
const textsOf = async (id: string) => (await store.open(id))?.messages.map(({ text }) => text);
/** As after a crash: a second store on the same files, the first one not closed. */
const reopen = async () => {
  store = await openConversations(home);
};

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), "conversations-"));
  store = await openConversations(home);
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

test("a conversation is there at the next start, word for word, for this person alone", async () => {
  const { id } = await store.create("First\n  steps");
  const picture = { mediaType: "image/png" as const, data: "A".repeat(9_000_000) };
  const text = 'naïve 😀 \u2028 \ud83d "quoted"\n\0';
  await store.append(id, says("a", null, text, { pictures: [picture] }));
  await store.append(id, says("b", "a", "x".repeat(5_000_000), { role: "assistant", outcome: "done" }));
  const before = await store.open(id);
  await reopen();
  expect(await store.open(id)).toEqual(before);
  expect(before?.title).toBe("First steps");
  expect(before?.messages[0]).toMatchObject({ text, pictures: [picture] });
  expect(statSync(fileOf(id)).mode & 0o777).toBe(0o600);
  expect(statSync(inFolder("")).mode & 0o777).toBe(0o700);
});

test("text that grows is seen at once, and on disk when the program ends in order", async () => {
  const { id } = await store.create("Stream");
  await store.append(id, says("q", null, "Hi"));
  await store.append(id, streams("a", "q"));
  for (const text of ["Hel", "lo \ud83d", "\ude00"]) store.grow(id, "a", { text, thinking: "hm " });
  expect((await store.open(id))?.messages[1]).toMatchObject({
    text: "Hello 😀",
    thinking: "hm hm hm ",
    outcome: "streaming",
  });
  await store.close();
  await reopen();
  expect((await store.open(id))?.messages[1]).toMatchObject({ text: "Hello 😀", outcome: "cut_off" });
});

test("the final form of a message replaces what grew, and later growth is ignored", async () => {
  const { id } = await store.create("Stream");
  await store.append(id, streams("a", null));
  store.grow(id, "a", { text: "draft", thinking: "" });
  await store.finish(id, { ...streams("a", null), text: "final", outcome: "done" });
  store.grow(id, "a", { text: "late", thinking: "" });
  await reopen();
  expect((await store.open(id))?.messages).toMatchObject([{ text: "final", outcome: "done" }]);
});

test("growth reaches the disk by itself while the answer streams", async () => {
  const { id } = await store.create("Stream");
  await store.append(id, streams("a", null));
  store.grow(id, "a", { text: "soon on disk", thinking: "" });
  await expect.poll(() => readFileSync(fileOf(id), "utf8"), { timeout: 10_000 }).toContain("soon on disk");
});

test("the shown branch is the one of the last message; editing adds a sibling", async () => {
  const { id } = await store.create("Tree");
  await store.append(id, says("q1", null, "one"));
  await store.append(id, says("a1", "q1", "answer"));
  await store.append(id, says("q2", "a1", "two"));
  expect(await textsOf(id)).toEqual(["one", "answer", "two"]);
  await store.append(id, says("q1b", null, "one, edited"));
  expect(await textsOf(id)).toEqual(["one, edited"]);
  await store.append(id, says("a2", "q1", "another answer"));
  expect(await textsOf(id)).toEqual(["one", "another answer"]);
});

test("the list has the pinned first, then the newest, and tells of changes", async () => {
  const changed: ConversationSummary[] = [];
  const off = store.onChange((summary) => changed.push(summary));
  const [a, b, c] = [await store.create("a"), await store.create("b"), await store.create("c")];
  await store.pin(a.id, true);
  await expect.poll(() => Date.now()).toBeGreaterThan(c.updatedAt);
  await store.append(b.id, says("m", null, "touch"));
  await store.rename(c.id, ` ${"t".repeat(199)}😀`);
  off();
  await store.pin(c.id, false);
  expect(changed.map(({ id }) => id)).toEqual([a.id, b.id, c.id, a.id, b.id, c.id]);
  const list = store.list();
  expect(list.map(({ title }) => title)).toEqual(["a", "b", "t".repeat(199)]);
  await expect(store.rename(a.id, " \n ")).rejects.toThrow("needs a title");
  await reopen();
  expect(store.list()).toEqual(list);
});

test("a removed conversation comes back whole until the next start, also one that was streaming", async () => {
  const gone: string[] = [];
  store.onRemove((id) => gone.push(id));
  const { id } = await store.create("Oops");
  await store.append(id, streams("a", null));
  store.grow(id, "a", { text: "half", thinking: "" });
  await store.remove(id);
  expect(gone).toEqual([id]);
  expect([store.list(), await store.open(id)]).toEqual([[], undefined]);
  await expect(store.append(id, says("b", "a", "no"))).rejects.toThrow("no longer there");
  store.grow(id, "a", { text: " and more", thinking: "" });
  await store.finish(id, { ...streams("a", null), text: "half and more", outcome: "stopped" });
  await store.restore(id);
  expect(store.list()).toHaveLength(1);
  expect(await textsOf(id)).toEqual(["half and more"]);
  await store.remove(id);
  await reopen();
  expect(store.list()).toEqual([]);
  await expect(store.restore(id)).rejects.toThrow("no longer there");
  expect(readdirSync(inFolder("")).filter((name) => name.includes(id) || name === ".removed")).toEqual([]);
});

test("an index that is missing, old or broken costs nothing but time", async () => {
  const { id } = await store.create("Before");
  await store.close();
  const old = readFileSync(inFolder("index.json"), "utf8");
  await reopen();
  await store.rename(id, "After");
  await store.close();
  for (const index of [old, "{", undefined]) {
    if (index === undefined) rmSync(inFolder("index.json"));
    else writeFileSync(inFolder("index.json"), index);
    await reopen();
    expect(store.list()).toMatchObject([{ id, title: "After" }]);
  }
});

test("the list comes from the index alone where that is true", async () => {
  const { id } = await store.create("Cached");
  await store.close();
  const bytes = readFileSync(fileOf(id));
  writeFileSync(fileOf(id), Buffer.alloc(bytes.length));
  await reopen();
  expect(store.list()).toMatchObject([{ title: "Cached" }]);
});

test("garbage in the middle is put aside, and every other message stays in its place", async () => {
  const { id } = await store.create("Damaged");
  await store.append(id, says("a", null, "one"));
  await store.append(id, says("b", "a", "two"));
  await store.append(id, says("c", "b", "three"));
  const lines = readFileSync(fileOf(id), "utf8").split("\n");
  lines[2] = '{"v":1,"type":"mess\0\0';
  writeFileSync(fileOf(id), lines.join("\n"));
  await reopen();
  expect(await textsOf(id)).toEqual(["one", "three"]);
  expect(readFileSync(`${fileOf(id)}.damaged`, "utf8")).toBe(`${lines[2]}\n`);
  expect(statSync(`${fileOf(id)}.damaged`).mode & 0o777).toBe(0o600);
  await store.append(id, says("d", "c", "four"));
  await reopen();
  expect(await textsOf(id)).toEqual(["one", "three", "four"]);
});

test("lines of a newer version are skipped and stay in the file", async () => {
  const { id } = await store.create("Newer");
  appendFileSync(fileOf(id), '{"v":2,"type":"folder","name":"x"}\n');
  await reopen();
  await store.append(id, says("a", null, "one"));
  expect(await textsOf(id)).toEqual(["one"]);
  expect(readFileSync(fileOf(id), "utf8")).toContain('"folder"');
});

test("a conversation whose beginning is lost is still listed", async () => {
  const { id } = await store.create("Lost");
  await store.append(id, says("a", null, "one"));
  const [, second] = readFileSync(fileOf(id), "utf8").split("\n");
  writeFileSync(fileOf(id), `\0\0\0\n${second}\n`);
  await reopen();
  expect(store.list()).toMatchObject([{ id, title: "Recovered conversation" }]);
  expect(await textsOf(id)).toEqual(["one"]);
});

test("files that are no conversations are left alone", async () => {
  for (const name of ["notes.txt", "a b.jsonl", "empty.jsonl", "garbage.jsonl"]) {
    writeFileSync(inFolder(name), name === "empty.jsonl" ? "" : "hello");
  }
  await reopen();
  expect(store.list()).toEqual([]);
  expect(readFileSync(inFolder("garbage.jsonl"), "utf8")).toBe("hello");
});

test("what cannot be saved is refused in a sentence, and nothing has changed", async () => {
  const { id } = await store.create("Refused");
  const bad = says("a", null, "x", { measured: { cachedTokens: Number.NaN } as ChatMessage["measured"] });
  await expect(store.append(id, bad)).rejects.toThrow(/could not be saved: its field "measured\./);
  await expect(store.append("../../etc/passwd", says("a", null, "x"))).rejects.toThrow("no longer there");
  rmSync(fileOf(id));
  await expect(store.append(id, says("a", null, "x"))).rejects.toThrow("could not be saved: the file or its folder is");
  await expect(store.rename(id, "New")).rejects.toThrow("could not be saved");
  await expect(store.open(id)).rejects.toThrow("could not be read: the file or its folder is gone.");
  expect(store.list()).toMatchObject([{ title: "Refused" }]);
  expect(readdirSync(inFolder("")).filter((name) => name.endsWith(".jsonl"))).toEqual([]);
});

test("after closing, changes are refused", async () => {
  const { id } = await store.create("Closed");
  await store.close();
  store.grow(id, "a", { text: "x", thinking: "" });
  await expect(store.append(id, says("a", null, "x"))).rejects.toThrow("closed");
  await expect(store.create("x")).rejects.toThrow("closed");
});
