import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findHome, prepareHome } from "./home";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "home-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("each platform has its place, and BRAINSTEM_HOME wins", () => {
  expect(findHome({ HOME: "/home/a" }, "linux")).toBe("/home/a/.config/brainstem");
  expect(findHome({ HOME: "/home/a", XDG_CONFIG_HOME: "/x" }, "linux")).toBe("/x/brainstem");
  expect(findHome({ HOME: "/home/a", XDG_CONFIG_HOME: "relative" }, "linux")).toBe("/home/a/.config/brainstem");
  expect(findHome({ HOME: "/Users/a" }, "darwin")).toBe("/Users/a/Library/Application Support/Brainstem");
  expect(findHome({ APPDATA: "C:\\Users\\a\\AppData\\Roaming" }, "win32")).toBe(
    "C:\\Users\\a\\AppData\\Roaming\\Brainstem",
  );
  expect(findHome({ HOME: "/home/a", BRAINSTEM_HOME: "/data/b/" }, "linux")).toBe("/data/b");
  expect(path.isAbsolute(findHome({ BRAINSTEM_HOME: "near" }))).toBe(true);
});

test("the folder is made for this person alone, and an open one is closed", async () => {
  const home = path.join(folder, "a", "b");
  await prepareHome(home);
  expect(statSync(home).mode & 0o777).toBe(0o700);
  chmodSync(home, 0o755);
  await prepareHome(home);
  expect(statSync(home).mode & 0o777).toBe(0o700);
});

test("a shared folder stays shared", async () => {
  chmodSync(folder, 0o1777);
  await prepareHome(folder);
  expect(statSync(folder).mode & 0o7777).toBe(0o1777);
});

test("old unfinished files go, others stay", async () => {
  for (const name of ["settings.json.12.brainstem-tmp", "new.13.brainstem-tmp", "settings.json"]) {
    writeFileSync(path.join(folder, name), "");
  }
  utimesSync(path.join(folder, "settings.json.12.brainstem-tmp"), 1000, 1000);
  await prepareHome(folder);
  expect(readdirSync(folder).sort()).toEqual(["new.13.brainstem-tmp", "settings.json"]);
});

test("a folder that cannot be is refused in a sentence", async () => {
  writeFileSync(path.join(folder, "file"), "");
  await expect(prepareHome(path.join(folder, "file"))).rejects.toThrow(/^Brainstem cannot use its folder .*\.$/);
});
