import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Vault } from "./endpoint-key";
import { openSecrets } from "./secrets";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "brainstem-test-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A fake vault: the real one needs a desktop session. */
const vault: Vault = {
  seal: (text) => Buffer.from(Buffer.from(text).toString("base64")),
  unseal: (sealed) => Buffer.from(sealed.toString(), "base64").toString(),
};

it("keeps a key for its owner alone, over a restart, and forgets it when told", async () => {
  const first = await openSecrets(home);
  await first.set("local", "sk-1");
  expect(statSync(join(home, "secrets.json")).mode & 0o777).toBe(0o600);
  const second = await openSecrets(home);
  expect(second.get("local")).toBe("sk-1");
  await second.set("local", undefined);
  expect((await openSecrets(home)).get("local")).toBeUndefined();
});

it("moves into the vault as soon as there is one, and nothing stays readable", async () => {
  await (await openSecrets(home)).set("local", "sk-open");
  const sealed = await openSecrets(home, vault);
  expect(sealed.get("local")).toBe("sk-open");
  await sealed.set("other", "sk-2");
  expect(readdirSync(home)).toEqual(["secrets.sealed"]);
  expect(readFileSync(join(home, "secrets.sealed"), "utf8")).not.toContain("sk-open");
  expect((await openSecrets(home, vault)).get("local")).toBe("sk-open");
});

it("keeps a damaged file aside and says so", async () => {
  writeFileSync(join(home, "secrets.json"), "{not json");
  const store = await openSecrets(home);
  expect(store.problems[0]?.message).toContain("secrets.json");
  expect(readdirSync(home)).toHaveLength(1);
});
