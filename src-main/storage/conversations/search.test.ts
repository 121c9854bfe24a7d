import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChatMessage, SearchHit } from "../../../src-shared/conversation";
import { type ConversationStore, openConversations } from "../conversations";

let home: string;
let store: ConversationStore;
const says = (id: string, text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  parentId: null,
  role: "user",
  text,
  at: 1,
  ...more,
});
const find = (text: string) => store.search(text, new AbortController().signal);
const line = ({ snippet: { before, match, after } }: SearchHit) => `${before}[${match}]${after}`;

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), "search-"));
  store = await openConversations(home);
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

test("words are found in any case, across lines, with what stands around them; newest conversation first", async () => {
  const first = await store.create("One");
  await store.append(first.id, says("a", 'He said: "The Quick\nbrown fox (1+1) jumps over the lazy dog again".'));
  const second = await store.create("Two");
  await store.append(second.id, says("b", "there is no fox here, but a quick BROWN bear 😀"));
  expect((await find("  quick   brown ")).map(line)).toEqual([
    "…is no fox here, but a [quick BROWN] bear 😀",
    'He said: "The [Quick brown] fox (1+1) jumps over the lazy dog again".',
  ]);
  expect((await find("(1+1)")).map(({ id }) => id)).toEqual([first.id]);
  expect(await find("wolf")).toEqual([]);
  expect(await find("  ")).toEqual([]);
});

test("what is said later is found, what was removed is not, and pictures are not looked through", async () => {
  const { id } = await store.create("Pictures");
  const picture = { mediaType: "image/png" as const, data: "needle".repeat(20_000) };
  await store.append(id, says("a", 'Look at "data":"this"', { pictures: [picture] }));
  expect(await find("needle")).toEqual([]);
  expect(await find('"data":"this"')).toHaveLength(1);
  await store.append(id, says("b", "", { role: "assistant", outcome: "streaming" }));
  await store.finish(id, says("b", "A needle!", { role: "assistant", outcome: "done" }));
  expect((await find("NEEDLE")).map(line)).toEqual(["A [needle]!"]);
  await store.remove(id);
  expect(await find("needle")).toEqual([]);
});

test("thousands of conversations are looked through without holding up anything else", async () => {
  await store.close();
  for (let n = 0; n < 2000; n++) {
    const entries = [{ v: 1, type: "created", title: `Chat ${n}`, at: n }];
    const messages = Array.from({ length: 10 }, (_, at) => says(`${n}-${at}`, `${"word ".repeat(150)}number ${n}.`));
    const lines = [...entries, ...messages.map((message) => ({ v: 1, type: "message", message, at: n }))];
    writeFileSync(
      path.join(home, "conversations", `c${n}.jsonl`),
      lines.map((entry) => `${JSON.stringify(entry)}\n`).join(""),
    );
  }
  store = await openConversations(home);
  let turns = 0;
  let done = false;
  const others = (async () => {
    for (; !done; turns++) await new Promise((resolve) => setImmediate(resolve));
  })();
  expect((await find("number 1234.")).map(({ id }) => id)).toEqual(["c1234"]);
  expect(await find("word")).toHaveLength(200);
  done = true;
  await others;
  expect(turns).toBeGreaterThan(20);
  const given = new AbortController();
  const late = store.search("number 7.", given.signal);
  given.abort();
  expect(await late).toEqual([]);
});
