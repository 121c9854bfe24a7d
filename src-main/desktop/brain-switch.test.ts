import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSettings, type SettingsStore } from "../storage/settings";
import { createBrainSwitch } from "./brain-switch";

let home: string;
let settings: SettingsStore;
beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), "brain-switch-"));
  settings = await openSettings(home);
});
afterEach(() => rmSync(home, { recursive: true }));

/** What the next start would find. */
const saved = () => JSON.parse(readFileSync(path.join(home, "settings.json"), "utf8")).brain?.on ?? true;

test("what is wanted is on the disk before it is acted on: a crash in between forgets nothing", async () => {
  const seen: [string, boolean][] = [];
  const service = {
    start: async () => void seen.push(["start", saved()]),
    stop: async () => void seen.push(["stop", saved()]),
  };
  const brain = createBrainSwitch(settings, service);
  await brain.turnOff();
  await brain.turnOn();
  expect(seen).toEqual([
    ["stop", false],
    ["start", true],
  ]);
});

test("where it cannot be saved it is done all the same, and said", async () => {
  const done: string[] = [];
  const service = { start: async () => void done.push("start"), stop: async () => void done.push("stop") };
  const refusing = { ...settings, update: () => Promise.reject(new Error("the disk is full")) };
  const brain = createBrainSwitch(refusing, service);
  await expect(brain.turnOff()).rejects.toThrow("the disk is full");
  expect([done, brain.isOn()]).toEqual([["stop"], false]);
});
