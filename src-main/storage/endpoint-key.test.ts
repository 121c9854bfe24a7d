import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEndpointKey, type Vault } from "./endpoint-key";

/** Turns bytes over; only what it sealed itself opens. */
const vault: Vault = {
  seal: (text) => Buffer.from(`sealed:${text}`).map((byte) => byte ^ 0x5a) as Buffer,
  unseal(sealed) {
    const text = Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString();
    if (!text.startsWith("sealed:")) throw new Error("wrong key store");
    return text.slice(7);
  },
};
const locked: Vault = {
  seal() {
    throw new Error("The key store is locked.");
  },
  unseal() {
    throw new Error("The key store is locked.");
  },
};

let home: string;
const files = () => readdirSync(home).sort();
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "key-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test("the first start makes a key of 32 random bytes, for this person alone, that stays", async () => {
  const store = await openEndpointKey(home, {});
  expect(store.get()).toMatch(/^bs-[\w-]{43}$/);
  expect(store.keeping()).toEqual({ where: "file", replaced: false });
  expect(statSync(path.join(home, "endpoint-key")).mode & 0o777).toBe(0o600);
  chmodSync(path.join(home, "endpoint-key"), 0o644);
  expect((await openEndpointKey(home, {})).get()).toBe(store.get());
  expect(statSync(path.join(home, "endpoint-key")).mode & 0o777).toBe(0o600);
});

test("with a vault the key is not readable on disk", async () => {
  const store = await openEndpointKey(home, { vault });
  expect(store.keeping()).toEqual({ where: "encrypted", replaced: false });
  expect(files()).toEqual(["endpoint-key.sealed"]);
  expect(readFileSync(path.join(home, "endpoint-key.sealed"), "latin1")).not.toContain(store.get());
  expect(statSync(path.join(home, "endpoint-key.sealed")).mode & 0o777).toBe(0o600);
  expect((await openEndpointKey(home, { vault })).get()).toBe(store.get());
});

test("a plain key is taken over when a vault appears", async () => {
  const plain = await openEndpointKey(home, {});
  const store = await openEndpointKey(home, { vault });
  expect([store.get(), store.keeping().where]).toEqual([plain.get(), "encrypted"]);
  expect(files()).toEqual(["endpoint-key.sealed"]);
});

test("runs with and without the vault each keep their own key", async () => {
  const app = (await openEndpointKey(home, { vault })).get();
  const headless = await openEndpointKey(home, {});
  expect(headless.get()).not.toBe(app);
  expect(headless.problems.join()).toContain("encrypted");
  expect((await openEndpointKey(home, { vault })).get()).toBe(app);
  expect((await openEndpointKey(home, {})).get()).toBe(headless.get());
});

test("a new key voids the old one in every form", async () => {
  const first = await openEndpointKey(home, { vault });
  await openEndpointKey(home, {});
  const old = first.get();
  const made = await first.rotate();
  expect(made).not.toBe(old);
  expect(first.get()).toBe(made);
  expect(files()).toEqual(["endpoint-key.sealed"]);
  const plain = await (await openEndpointKey(home, {})).rotate();
  expect(files()).toEqual(["endpoint-key"]);
  expect((await openEndpointKey(home, { vault })).get()).toBe(plain);
});

test("a sealed key that does not open is kept aside, said, and replaced", async () => {
  writeFileSync(path.join(home, "endpoint-key.sealed"), "of another machine");
  const store = await openEndpointKey(home, { vault });
  expect(store.get()).toMatch(/^bs-/);
  expect(store.problems.join()).toContain("endpoint-key.sealed could not be read");
  expect(store.keeping()).toEqual({ where: "encrypted", replaced: true });
  expect(files().some((name) => name.startsWith("endpoint-key.sealed.broken-"))).toBe(true);
  expect((await openEndpointKey(home, { vault })).get()).toBe(store.get());
});

test.each(["", "\n", "short", "bs-with a blank inside of it", "\0".repeat(46)])(
  "a file of %j is no key",
  async (text) => {
    writeFileSync(path.join(home, "endpoint-key"), text);
    const store = await openEndpointKey(home, {});
    expect(store.get()).toMatch(/^bs-[\w-]{43}$/);
    expect(store.problems).toHaveLength(1);
  },
);

test("a locked vault still gives a key that stays, and says that it is not encrypted", async () => {
  const store = await openEndpointKey(home, { vault: locked });
  expect(store.keeping().where).toBe("file");
  expect(store.problems.join()).toContain("could not be encrypted: The key store is locked.");
  expect((await openEndpointKey(home, { vault: locked })).get()).toBe(store.get());
});

test("a key from the environment wins and is never written", async () => {
  const store = await openEndpointKey(home, { fixed: " my-own-key\n", vault });
  expect(store.get()).toBe("my-own-key");
  expect(store.keeping()).toEqual({ where: "environment", replaced: false });
  await expect(store.rotate()).rejects.toThrow("BRAINSTEM_API_KEY");
  expect(files()).toEqual([]);
});

test("an empty key from the environment refuses all until a new one is made", async () => {
  const store = await openEndpointKey(home, { fixed: "" });
  expect(store.get()).toBe("");
  const made = await store.rotate();
  expect(store.get()).toBe(made);
});

test("when the key cannot be saved, there is one for this run, and a new one is refused in a sentence", async () => {
  rmSync(home, { recursive: true });
  const store = await openEndpointKey(home, {});
  const key = store.get();
  expect(key).toMatch(/^bs-/);
  expect(store.problems).toHaveLength(1);
  expect(store.keeping().where).toBe("memory");
  await expect(store.rotate()).rejects.toThrow(/^The new endpoint key could not be saved: /);
  expect(store.get()).toBe(key);
});
