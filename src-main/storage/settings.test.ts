import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Settings } from "../../src-shared/settings";
import { openSettings } from "./settings";

let home: string;
const file = () => path.join(home, "settings.json");
const onDisk = () => JSON.parse(readFileSync(file(), "utf8")) as unknown;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "settings-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test("the first start has the defaults and writes nothing", async () => {
  const store = await openSettings(home);
  expect(store.get().endpoint.port).toBe(7411);
  expect(store.problems).toEqual([]);
  expect(readdirSync(home)).toEqual([]);
});

test("the file holds only what was changed, for this person alone, and the next start has it", async () => {
  const store = await openSettings(home);
  const told: Settings[] = [];
  const off = store.onChange((settings) => told.push(settings));
  await store.update({ endpoint: { port: 8000 }, brain: { on: false } });
  off();
  await store.update({ brain: { on: true } });
  expect(onDisk()).toEqual({ endpoint: { port: 8000 } });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(home)).toEqual(["settings.json"]);
  expect(told.map((settings) => settings.endpoint.port)).toEqual([8000]);
  expect((await openSettings(home)).get()).toEqual(store.get());
});

test("keys of a newer version survive a change", async () => {
  writeFileSync(file(), '\uFEFF{"brain":{"future":1},"rooms":{"a":2}}');
  const store = await openSettings(home);
  await store.update({ brain: { maxTurns: 3 } });
  expect(onDisk()).toEqual({ brain: { future: 1, maxTurns: 3 }, rooms: { a: 2 } });
});

test("a bad field takes its own default, is named, and costs nothing else", async () => {
  writeFileSync(file(), '{"brain":{"maxTurns":"many","maxQueue":5,"effort":"huge"},"endpoint":7}');
  const store = await openSettings(home);
  expect(store.get().brain).toMatchObject({ maxTurns: 8, maxQueue: 5, effort: "none" });
  expect(store.problems).toHaveLength(3);
  expect(store.problems.join()).toMatch(/brain\.effort.*brain\.maxTurns.*"endpoint"/);
  await store.update({ endpoint: { port: 0 } });
  expect(onDisk()).toMatchObject({ brain: { maxTurns: "many", maxQueue: 5 }, endpoint: { port: 0 } });
});

test.each(["", "not json", "[1]", "null", '{"brain":{', "\0\0\0"])(
  "a file of %j is kept aside and said",
  async (text) => {
    writeFileSync(file(), text);
    const store = await openSettings(home);
    const [kept] = readdirSync(home);
    expect(kept).toMatch(/^settings\.json\.broken-/);
    expect(readFileSync(path.join(home, kept ?? ""), "utf8")).toBe(text);
    expect(store.problems.join()).toContain(kept);
    await store.update({ endpoint: { port: 9000 } });
    expect((await openSettings(home)).get().endpoint.port).toBe(9000);
  },
);

test("a change that is not accepted names its field and changes nothing", async () => {
  const store = await openSettings(home);
  const before = store.get();
  const patch = (value: unknown) => store.update(value as Parameters<typeof store.update>[0]);
  await expect(patch({ endpoint: { port: 70000 }, brain: { on: false } })).rejects.toThrow(
    /"endpoint\.port" was not acc/,
  );
  await expect(patch({ endpoint: { prot: 1 } })).rejects.toThrow('no setting "endpoint.prot"');
  await expect(patch({ endpoint: { constructor: 1 } })).rejects.toThrow('no setting "endpoint.constructor"');
  await expect(patch(JSON.parse('{"__proto__":{"x":1}}'))).rejects.toThrow('no group of settings "__proto__"');
  await expect(patch({ brain: null })).rejects.toThrow('"brain"');
  expect(store.get()).toBe(before);
  expect(readdirSync(home)).toEqual([]);
});

test("of many changes at once none is lost", async () => {
  const store = await openSettings(home);
  await Promise.all([
    ...Array.from({ length: 30 }, (_, n) => store.update({ brain: { maxQueue: n } })),
    store.update({ brain: { maxIdle: 1 } }),
    store.update({ appearance: { theme: "dark" } }),
  ]);
  const { brain, appearance } = (await openSettings(home)).get();
  expect([brain.maxQueue, brain.maxIdle, appearance.theme]).toEqual([29, 1, "dark"]);
});

test("when saving fails, the change says so in a sentence, nobody is told, and the old value stays", async () => {
  const store = await openSettings(home);
  store.onChange(() => expect.unreachable());
  rmSync(home, { recursive: true });
  await expect(store.update({ brain: { on: false } })).rejects.toThrow(/^The settings could not be saved: .*\.$/);
  expect(store.get().brain.on).toBe(true);
  mkdirSync(home);
  mkdirSync(file());
  await expect(store.update({ brain: { on: false } })).rejects.toThrow("could not be saved");
  expect(readdirSync(home)).toEqual(["settings.json"]);
});

test("any JSON at all opens, with every setting valid", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ brain: fc.jsonValue(), endpoint: fc.dictionary(fc.constantFrom("port", "x"), fc.jsonValue()) }),
      async (content) => {
        writeFileSync(file(), JSON.stringify(content));
        const store = await openSettings(home);
        await store.update({ startup: { startHidden: true } });
        expect(onDisk()).toEqual({ ...JSON.parse(JSON.stringify(content)), startup: { startHidden: true } });
      },
    ),
    { numRuns: 60 },
  );
});
