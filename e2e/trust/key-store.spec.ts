import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { test } from "../desktop/desktop";
import { hasKeyStore, type KeyStoreBus, startKeyStore } from "./key-store";

test.skip(!hasKeyStore(), "needs gnome-keyring (apt-get install gnome-keyring)");

let store: KeyStoreBus;
test.beforeEach(async () => {
  store = await startKeyStore();
});
test.afterEach(() => store?.close());

type Desktop = Parameters<Parameters<typeof test>[2]>[0]["desktop"];

/** Starts the app with the key store in reach, or without; the key is its own. */
const launch = (desktop: Desktop, kind: "gnome-libsecret" | "basic" = "gnome-libsecret") =>
  desktop.launch({ args: [`--password-store=${kind}`], env: { ...store.env, BRAINSTEM_API_KEY: undefined } });

/** What the settings say of the key, and the key once it is shown. */
async function keyOf(page: Page): Promise<{ words: string; key: string }> {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Reveal" }).click();
  const key = page.getByText(/^bs-[\w-]{43}$/);
  await expect(key).toBeVisible();
  const words = page.getByText("Whoever has it can use your brain");
  return { words: await words.innerText(), key: await key.innerText() };
}

const keyFiles = (home: string) => readdirSync(home).filter((name) => name.startsWith("endpoint-key"));

test("the desktop's key store encrypts the key, over a restart", async ({ desktop }) => {
  const first = await launch(desktop);
  const { words, key } = await keyOf(first.page);
  expect(words).toContain("kept encrypted");
  await first.end();
  expect(keyFiles(desktop.home)).toEqual(["endpoint-key.sealed"]);
  const file = join(desktop.home, "endpoint-key.sealed");
  const sealed = readFileSync(file);
  // Chromium marks what the desktop's key store has sealed with v11; v10 is a password that everybody knows.
  expect(sealed.toString("latin1", 0, 3)).toBe("v11");
  expect(sealed.includes(key)).toBe(false);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const second = await launch(desktop);
  expect((await keyOf(second.page)).key).toBe(key);
});

test("a key that the store does not open any more is replaced, and the window says so", async ({ desktop }) => {
  const first = await launch(desktop);
  const { key } = await keyOf(first.page);
  await first.end();
  await store.forget();

  const second = await launch(desktop);
  const now = await keyOf(second.page);
  expect(now.key).not.toBe(key);
  expect(now.words).toContain("could not be read, so there is a new one");
  await second.end();
  expect(keyFiles(desktop.home)).toContain("endpoint-key.sealed");
  expect(keyFiles(desktop.home)).toEqual(expect.arrayContaining([expect.stringMatching(/\.sealed\.broken-/)]));
  const third = await launch(desktop);
  const later = await keyOf(third.page);
  expect(later.key).toBe(now.key);
  expect(later.words).not.toContain("new one");
});

test("a torn file of an encrypted key costs that key alone", async ({ desktop }) => {
  const first = await launch(desktop);
  const { key } = await keyOf(first.page);
  await first.end();
  const file = join(desktop.home, "endpoint-key.sealed");
  writeFileSync(file, readFileSync(file).subarray(0, 20));
  const second = await launch(desktop);
  const now = await keyOf(second.page);
  expect(now.key).not.toBe(key);
  expect(now.words).toContain("could not be read");
});

test("where there is no key store, the window says what that means", async ({ desktop }) => {
  const app = await launch(desktop, "basic");
  const { words, key } = await keyOf(app.page);
  expect(words).toContain("in a file that is not encrypted");
  expect(readFileSync(join(desktop.home, "endpoint-key"), "utf8").trim()).toBe(key);
  expect(statSync(join(desktop.home, "endpoint-key")).mode & 0o777).toBe(0o600);
});
