import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChatMessage } from "../../../src-shared/conversation";
import { type ConversationStore, openConversations } from "../conversations";
import { fileNameOf, readExchange } from "./exchange";

let home: string;
let store: ConversationStore;
const says = (id: string, parentId: string | null, text: string): ChatMessage => ({
  id,
  parentId,
  role: "user",
  text,
  at: 1,
});

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), "exchange-"));
  store = await openConversations(home);
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

test("an exported conversation comes back with all its branches, the shown one and its options", async () => {
  const { id } = await store.create("The sea");
  const files = [
    { name: "a.txt", mediaType: "text/plain", text: 'say "data":"x"\n' },
    { name: "b.pdf", mediaType: "application/pdf" as const, data: "JVBERi0=" },
  ];
  for (const message of [{ ...says("a", null, "cats"), files }, says("b", "a", "more"), says("c", null, "dogs")]) {
    await store.append(id, message);
  }
  await store.setOptions(id, { model: "voice", system: "Be brief." });
  await store.showBranch(id, "a");

  const text = JSON.stringify(await store.exportFile(id));
  const taken = await store.importFile(readExchange(text));
  expect(taken.id).not.toBe(id);
  const before = await store.open(id);
  expect(await store.open(taken.id)).toMatchObject({
    title: "The sea",
    options: { model: "voice", system: "Be brief." },
    messages: before?.messages,
  });
  expect(before?.messages[0]?.files).toEqual(files);
  expect(before?.messages.map(({ siblings }) => siblings)).toEqual([["a", "c"], undefined]);
  await store.showBranch(taken.id, "c");
  await store.close();
  store = await openConversations(home);
  expect((await store.open(taken.id))?.messages.map((message) => message.text)).toEqual(["dogs"]);
});

test("another file is refused with a sentence", () => {
  expect(() => readExchange("# Notes")).toThrow("not JSON");
  expect(() => readExchange('{"messages":[]}')).toThrow("not a conversation that Brainstem saved");
});

test("a title becomes a file's name that every system takes", () => {
  expect(fileNameOf('A/B: "what?"\n', "md", "Chat")).toBe("A-B- -what---.md");
  expect(fileNameOf(" ..", "json", "Unterhaltung")).toBe("Unterhaltung.json");
});
