import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadPlacement, savePlacement } from "./window-bounds";

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "brainstem-bounds-"));
});
afterEach(() => rm(home, { recursive: true }));

test("the window comes back where it stood", async () => {
  const placement = { x: 100, y: 50, width: 900, height: 700, maximized: true };
  await savePlacement(home, placement);
  expect(loadPlacement(home, [screen])).toEqual(placement);
});

test("a position on a screen that is gone is dropped, the size stays", async () => {
  await savePlacement(home, { x: 2500, y: 50, width: 900, height: 700, maximized: false });
  expect(loadPlacement(home, [screen])).toEqual({ width: 900, height: 700, maximized: false });
});

test("nothing or nonsense on disk means the defaults", async () => {
  const defaults = { width: 1080, height: 760, maximized: false };
  expect(loadPlacement(home, [screen])).toEqual(defaults);
  await writeFile(join(home, "window.json"), '{"width":-4');
  expect(loadPlacement(home, [screen])).toEqual(defaults);
});
