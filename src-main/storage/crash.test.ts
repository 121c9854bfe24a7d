import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChatMessage, Conversation } from "../../src-shared/conversation";
import { bundle } from "./bundle.fixture";
import { type ConversationStore, openConversations } from "./conversations";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "crash-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Step = { do: "append" | "stream" | "grow" | "finish" | "rename" | "pin"; text: string; parent: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    do: fc.constantFrom("append", "stream", "grow", "grow", "finish", "rename", "pin"),
    text: fc.string({ unit: "binary", maxLength: 12 }),
    parent: fc.nat(9),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Plays the steps; returns how the conversation looked before its last record and at the end. */
async function play(store: ConversationStore, id: string, todo: Step[]) {
  const ids: (string | null)[] = [null];
  let streaming: ChatMessage | undefined;
  let growing = false;
  let before: Conversation | undefined;
  for (const [n, { do: what, text, parent }] of todo.entries()) {
    if ((what === "grow" || what === "finish") && !(streaming && text)) continue;
    if (what === "rename" && !text.trim()) continue;
    // Growth in a row is one record.
    if (!(growing && what === "grow")) before = await store.open(id);
    growing = what === "grow";
    const message: ChatMessage = { id: `m${n}`, parentId: ids[parent % ids.length] ?? null, role: "user", text, at: n };
    if (what === "rename") await store.rename(id, text);
    else if (what === "pin") await store.pin(id, parent > 4);
    else if (what === "append") await store.append(id, message);
    else if (what === "stream") {
      streaming = { ...message, role: "assistant", outcome: "streaming" };
      await store.append(id, streaming);
    } else if (streaming && what === "grow") store.grow(id, streaming.id, { text, thinking: text });
    else if (streaming) {
      await store.finish(id, { ...streaming, text, outcome: "done" });
      streaming = undefined;
    }
    if (what === "append" || what === "stream") ids.push(message.id);
  }
  return { before, after: await store.open(id) };
}

/** What a person sees of it after a crash. */
const afterCrash = (seen: Conversation | undefined) =>
  seen && {
    title: seen.title,
    pinned: seen.pinned,
    messages: seen.messages.map((message) => ({
      ...message,
      outcome: message.outcome === "streaming" ? "cut_off" : message.outcome,
    })),
  };

test("cut off at any byte of its last record, a file still has all that came before, and goes on", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (todo) => {
      run++;
      const store = await openConversations(path.join(folder, `played-${run}`));
      const { id } = await store.create("Cut");
      const { before, after } = await play(store, id, todo);
      await store.close();

      const bytes = readFileSync(path.join(folder, `played-${run}`, "conversations", `${id}.jsonl`));
      const lastLine = bytes.subarray(0, -1).lastIndexOf(0x0a) + 1;
      const cuts = Array.from({ length: bytes.length - lastLine }, (_, n) => lastLine + n);
      const crashed = path.join(folder, `crashed-${run}`, "conversations");
      mkdirSync(crashed, { recursive: true });
      for (const cut of cuts) writeFileSync(path.join(crashed, `cut-${cut}.jsonl`), bytes.subarray(0, cut));

      const reopened = await openConversations(path.dirname(crashed));
      for (const cut of cuts) {
        // Without its line feed alone the record is whole.
        const expected = afterCrash(cut === bytes.length - 1 ? after : before);
        expect(afterCrash(await reopened.open(`cut-${cut}`))).toEqual(expected);
        if (!expected) continue;
        await reopened.append(`cut-${cut}`, { id: "next", parentId: null, role: "user", text: "next", at: 1 });
        expect((await reopened.open(`cut-${cut}`))?.messages).toMatchObject([{ text: "next" }]);
      }
      await reopened.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

const WRITER = `
  import { openConversations } from "${path.resolve("src-main/storage/conversations")}";
  import { openSettings } from "${path.resolve("src-main/storage/settings")}";
  const say = (value: unknown) => process.stdout.write(JSON.stringify(value) + "\\n");
  async function main() {
    const store = await openConversations(process.argv[2]);
    const settings = await openSettings(process.argv[2]);
    const { id } = await store.create("Writer");
    let parentId: string | null = null;
    for (let n = 0; ; n++) {
      const message = { id: "m" + n, parentId, role: "assistant" as const, text: "", at: n };
      await store.append(id, { ...message, outcome: "streaming" });
      let text = "";
      for (let piece = 0; piece < 20; piece++) {
        const added = "é".repeat(500) + n + "." + piece + " ";
        text += added;
        store.grow(id, message.id, { text: added, thinking: "" });
        if (piece % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 3));
      }
      await store.finish(id, { ...message, text, outcome: "done" });
      await settings.update({ brain: { maxQueue: n % 1000 } });
      parentId = message.id;
      say({ id, n, text });
    }
  }
  main();
`;

test("killed at any moment, nothing that was said to be saved is lost", async () => {
  const program = await bundle(folder, WRITER);
  for (const after of [1, 2, 3, 5, 8, 13, 21, 34]) {
    const home = path.join(folder, `killed-${after}`);
    mkdirSync(home);
    const child = spawn(process.execPath, [program, home], { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(child, "exit");
    const saved: { id: string; n: number; text: string }[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      saved.push(JSON.parse(line));
      // At a moment of chance within the next round of writes.
      if (saved.length === after) setTimeout(() => child.kill("SIGKILL"), Math.random() * 25);
    }
    expect(await exited).toEqual([null, "SIGKILL"]);

    const store = await openConversations(home);
    const [summary] = store.list();
    const messages = (await store.open(summary?.id ?? ""))?.messages ?? [];
    for (const { n, text } of saved) expect(messages[n]).toMatchObject({ id: `m${n}`, text, outcome: "done" });
    for (const message of messages.slice(saved.length)) expect(["done", "cut_off"]).toContain(message.outcome);
    expect(messages.length).toBeLessThanOrEqual(saved.length + 2);
    await store.close();
    const settings = JSON.parse(readFileSync(path.join(home, "settings.json"), "utf8"));
    expect(settings.brain?.maxQueue ?? 32).toBeGreaterThanOrEqual(saved.length - 1);
  }
}, 60_000);

const REPLACER = `
  import { replaceFile } from "${path.resolve("src-main/storage/replace-file")}";
  async function main() {
    for (let n = 0; ; n++) {
      await replaceFile(process.argv[2], String(n % 10).repeat(4_000_000));
      if (n === 0) process.stdout.write("begun\\n");
    }
  }
  main();
`;

test("killed while a file is replaced, the file is whole: the old one or the new one", async () => {
  const program = await bundle(folder, REPLACER);
  const file = path.join(folder, "replaced");
  for (let run = 0; run < 10; run++) {
    const child = spawn(process.execPath, [program, file], { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(child, "exit");
    await once(child.stdout, "data");
    setTimeout(() => child.kill("SIGKILL"), Math.random() * 30);
    expect(await exited).toEqual([null, "SIGKILL"]);
    const text = readFileSync(file, "latin1");
    expect(text.length).toBe(4_000_000);
    expect(text === text.charAt(0).repeat(text.length)).toBe(true);
  }
}, 60_000);
