import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { identify } from "../process-identity";
import { lockHome } from "./home-lock";

let home: string;
const lock = () => join(home, "brainstem.lock");
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "brainstem-test-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it("is taken once, given back, and names who has it", async () => {
  const child = spawn("sleep", ["60"]);
  const pid = child.pid as number;
  writeFileSync(lock(), JSON.stringify(identify(pid)));
  expect(() => lockHome(home)).toThrow(`Another Brainstem (process ${pid}) uses the folder ${home}.`);
  child.kill("SIGKILL");
  await once(child, "exit");
  const unlock = lockHome(home);
  expect(JSON.parse(readFileSync(lock(), "utf8")).pid).toBe(process.pid);
  unlock();
  expect(existsSync(lock())).toBe(false);
});

it.each([
  ["of another process that got the number of a dead one", JSON.stringify({ pid: process.ppid, began: "1" })],
  ["torn by a crash", '{"pid":'],
  ["empty", ""],
])("takes over a lock %s", (_what, content) => {
  writeFileSync(lock(), content);
  lockHome(home);
  expect(JSON.parse(readFileSync(lock(), "utf8")).pid).toBe(process.pid);
});

it("of somebody else is never given back, nor taken from one who was quicker", () => {
  const unlock = lockHome(home);
  const theirs = JSON.stringify(identify(process.ppid));
  writeFileSync(lock(), theirs);
  unlock();
  expect(readFileSync(lock(), "utf8")).toBe(theirs);
  expect(() => lockHome(home)).toThrow(`process ${process.ppid}`);
  expect(readFileSync(lock(), "utf8")).toBe(theirs);
});

it("is no reason not to start where it cannot be written", () => {
  writeFileSync(join(home, "file"), "");
  expect(() => lockHome(join(home, "file"))()).not.toThrow();
});
