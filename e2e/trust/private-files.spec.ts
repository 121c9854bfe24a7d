import { lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { test } from "../desktop/desktop";

/** Everything below a folder with the bits that others than its owner have, but for links. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    const stats = lstatSync(name, { throwIfNoEntry: false });
    if (!stats || entry.isSymbolicLink() || stats.isSocket()) return [];
    const open = (stats.mode & 0o077) === 0 ? [] : [`${name} ${(stats.mode & 0o777).toString(8)}`];
    return entry.isDirectory() ? [...open, ...openToOthers(name)] : open;
  });
}

test("after real use nobody else may read anything of it, not even with an open umask", async ({ desktop }) => {
  test.skip(process.platform === "win32", "Windows has no such bits");
  const before = process.umask(0o000);
  try {
    const app = await desktop.launch({ args: ["--demo"], env: { BRAINSTEM_API_KEY: undefined } });
    const { page } = app;
    await expect.poll(async () => (await app.status()).state).toBe("ready");
    await page.getByRole("textbox", { name: "Message" }).fill("Hello");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("button", { name: "Stop" })).toBeHidden();
    const ask = (name: string, input?: unknown) =>
      page.evaluate(
        ([route, given]) =>
          (
            window as unknown as { brainstem: { request(n: unknown, i: unknown): Promise<{ value: never }> } }
          ).brainstem.request(route, given),
        [name, input],
      );
    await ask("settings.update", { appearance: { theme: "dark" } });
    const backend = {
      id: "other",
      name: "Other",
      kind: "openai-compatible",
      baseUrl: "http://127.0.0.1:9/v1",
      models: ["m"],
    };
    await ask("backends.save", { backend, key: "sk-other-key-0123456789" });
    const { value: key } = await ask("endpoint.revealKey");
    const { baseUrl } = await app.status();
    const answer = await fetch(`${baseUrl}/conversational`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
      body: JSON.stringify({ session_id: "s", message: "Hi" }),
    });
    expect(answer.status).toBe(200);
    await app.end();
  } finally {
    process.umask(before);
  }
  const all = readdirSync(desktop.home);
  for (const name of [
    "conversations",
    "endpoint-key",
    "logs",
    "secrets.json",
    "sessions",
    "settings.json",
    "usage.jsonl",
  ])
    expect(all).toContain(name);
  // What Chromium and the Claude CLI write for themselves is shut off by the folder around it alone.
  const foreign = ["session", "Crashpad", "demo-claude"].map((name) => path.join(desktop.home, name));
  const ours = openToOthers(desktop.home).filter((line) => !foreign.some((folder) => line.startsWith(`${folder}/`)));
  expect(ours).toEqual([]);
  expect(lstatSync(desktop.home).mode & 0o777).toBe(0o700);
});
