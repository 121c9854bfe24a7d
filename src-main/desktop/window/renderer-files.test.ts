import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRendererFile } from "./renderer-files";

let root: string;
const get = (url: string) => readRendererFile(join(root, "renderer"), "brainstem", url);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "brainstem-files-"));
  await mkdir(join(root, "renderer", "assets"), { recursive: true });
  await writeFile(join(root, "renderer", "index.html"), "<p>page</p>");
  await writeFile(join(root, "renderer", "assets", "a b.js"), "1");
  await writeFile(join(root, "renderer", "notes.txt"), "private");
  await writeFile(join(root, "secret.js"), "secret");
});
afterAll(() => rm(root, { recursive: true }));

test("serves the page under a policy that lets nothing out", async () => {
  const page = await get("app://brainstem/");
  expect(page.status).toBe(200);
  expect(page.body.toString()).toBe("<p>page</p>");
  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(page.headers["content-security-policy"]).toContain("connect-src 'none'");
  expect((await get("app://brainstem/assets/a%20b.js?v=1#x")).status).toBe(200);
});

test.each([
  "app://brainstem/../secret.js",
  "app://brainstem/%2e%2e/secret.js",
  "app://brainstem/..%2fsecret.js",
  "app://brainstem/assets/..%2findex.html",
  "app://brainstem/assets/..%2f..%2fsecret.js",
  "app://brainstem/..%5csecret.js",
  "app://brainstem/%00.js",
  "app://brainstem/%zz.js",
  "app://brainstem//etc/hosts",
  "app://elsewhere/index.html",
  "app://brainstem/notes.txt",
  "app://brainstem/assets",
])("does not serve %s", async (url) => {
  const answer = await get(url);
  expect(answer.status).toBe(404);
  expect(answer.body.toString()).toBe("Not found");
});
