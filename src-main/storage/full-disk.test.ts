import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { UsageRow } from "../../src-shared/usage";
import { createSessionFiles } from "../sessions/session-files";
import { openConversations } from "./conversations";
import { openSettings } from "./settings";
import { openUsage } from "./usage";

/** While true, a write comes to its half and then finds the disk full, as on a real one. */
const disk = vi.hoisted(() => ({ full: false }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const noRoom = () => Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  const half = (content: string | Buffer) => Buffer.from(content).subarray(0, Math.floor(content.length / 2));
  return {
    ...real,
    async open(...given: Parameters<typeof real.open>) {
      const handle = await real.open(...given);
      const { writeFile } = handle;
      handle.writeFile = async (content) => {
        if (!disk.full) return writeFile.call(handle, content);
        await handle.write(half(content as string | Buffer));
        throw noRoom();
      };
      return handle;
    },
    async appendFile(...[file, content, options]: Parameters<typeof real.appendFile>) {
      if (!disk.full) return real.appendFile(file, content, options);
      await real.appendFile(file, half(content as string), options);
      throw noRoom();
    },
  };
});

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "brainstem-full-"));
});
afterEach(() => {
  disk.full = false;
  rmSync(home, { recursive: true, force: true });
});

const said = (id: string, parentId: string | null) => ({
  id,
  parentId,
  role: "user" as const,
  text: `said ${id}`,
  at: 1,
});
const inFolder = (name: string) => readdirSync(path.join(home, name)).sort();

test("what is said while the disk is full is seen, told, and saved whole once there is room", async () => {
  const store = await openConversations(home);
  const told: (string | undefined)[] = [];
  store.onUnsaved((why) => told.push(why?.why));
  const { id } = await store.create("Kept");
  await store.append(id, said("a", null));
  disk.full = true;
  await store.append(id, said("b", "a"));
  await store.append(id, said("c", "b"));
  expect((await store.open(id))?.messages).toMatchObject([{ text: "said a" }, { text: "said b" }, { text: "said c" }]);
  expect(told).toEqual(["disk_full"]);
  disk.full = false;
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(["disk_full", undefined]);

  // As a crash would leave it: what is on the disk is all there is.
  const again = await openConversations(home);
  expect((await again.open(id))?.messages).toMatchObject([{ text: "said a" }, { text: "said b" }, { text: "said c" }]);
  expect([again.problems, inFolder("conversations").filter((name) => name.includes("damaged"))]).toEqual([[], []]);
  await Promise.all([store.close(), again.close()]);
});

test("what was deleted while it waited for room does not come back when there is some", async () => {
  const store = await openConversations(home);
  const told: (string | undefined)[] = [];
  store.onUnsaved((why) => told.push(why?.why));
  disk.full = true;
  await store.append((await store.create("Deleted")).id, said("a", null));
  await store.removeAll();
  const { id } = await store.create("Said afterwards");
  await store.append(id, said("b", null));
  disk.full = false;
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(["disk_full", undefined, "disk_full", undefined]);
  expect(inFolder("conversations").filter((name) => name.endsWith(".jsonl"))).toEqual([`${id}.jsonl`]);
  await store.close();
});

test("a setting is refused in a sentence, and the file is the one of before, with nothing beside it", async () => {
  const store = await openSettings(home);
  await store.update({ brain: { maxQueue: 7 } });
  disk.full = true;
  await expect(store.update({ brain: { maxQueue: 8 } })).rejects.toThrow("the disk is full");
  expect(store.get().brain.maxQueue).toBe(7);
  expect(JSON.parse(readFileSync(path.join(home, "settings.json"), "utf8"))).toEqual({ brain: { maxQueue: 7 } });
  expect(inFolder(".")).toEqual(["settings.json"]);
});

test("what turns used is counted, and written when there is room", async () => {
  const row: UsageRow = {
    ...{ day: "2026-11-21", backend: "claude-cli", model: "m", client: "c" },
    ...{ turns: 1, promptTokens: 1, cachedTokens: 0, completionTokens: 1, costUsd: 0 },
  };
  const today = new Date(2026, 10, 21);
  const store = await openUsage(home, today);
  store.add(row);
  await store.close();
  disk.full = true;
  for (let turn = 0; turn < 3; turn += 1) {
    store.add(row);
    await store.close();
  }
  disk.full = false;
  store.add(row);
  await store.close();
  expect(readFileSync(path.join(home, "usage.jsonl"), "utf8").trim().split("\n")).toHaveLength(5);
  expect((await openUsage(home, today)).rows()).toMatchObject([{ turns: 5 }]);
});

test("a session stays as it was before the turn that could not be written", async () => {
  const files = createSessionFiles(path.join(home, "sessions"), () => ({ maxSessions: 9, maxAgeDays: 9 }));
  const record = { version: 1 as const, id: "s", systemPrompt: "", turns: [{ asked: "a", reply: "b" }] };
  await files.write(record);
  disk.full = true;
  await expect(files.write({ ...record, turns: [] })).rejects.toThrow("no space");
  expect(await files.read("s")).toEqual(record);
  expect(inFolder("sessions")).toHaveLength(1);
});
