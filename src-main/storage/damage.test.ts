import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openConversations } from "./conversations";
import { makeWay } from "./home";
import { openSettings } from "./settings";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "brainstem-damage-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const rubbish = Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7919) % 256));
/** What was kept aside of a file, byte by byte. */
function keptOf(file: string): Buffer[] {
  const start = `${path.basename(file)}.broken-`;
  const names = readdirSync(path.dirname(file)).filter((name) => name.startsWith(start));
  return names.map((name) => readFileSync(path.join(path.dirname(file), name)));
}

test("settings that are none are kept aside and told, before the next change would write over them", async () => {
  const file = path.join(home, "settings.json");
  writeFileSync(file, rubbish);
  const settings = await openSettings(home);
  expect(settings.problems).toMatchObject([{ code: "settings_kept" }]);
  await settings.update({ brain: { maxQueue: 7 } });
  expect(keptOf(file)).toEqual([rubbish]);
});

test("a conversation that says nothing is kept aside and told", async () => {
  const file = path.join(home, "conversations", "00000000-0000-4000-8000-000000000001.jsonl");
  mkdirSync(path.dirname(file));
  writeFileSync(file, rubbish);
  const store = await openConversations(home);
  expect(store.problems).toMatchObject([{ code: "conversation_kept" }]);
  expect(store.list()).toEqual([]);
  expect(keptOf(file)).toEqual([rubbish]);
  await store.close();
});

test.each(["conversations", "agents", "jobs", "sessions"])(
  "a file in the place of %s is kept aside and told",
  async (name) => {
    writeFileSync(path.join(home, name), rubbish);
    expect(await makeWay(home)).toMatchObject([{ code: "no_folder_kept", values: { name } }]);
    expect(keptOf(path.join(home, name))).toEqual([rubbish]);
  },
);
