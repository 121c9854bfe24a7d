import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSettings, type SettingsStore } from "../../storage/settings";
import { settingsHandlers } from "./settings";

let home: string;
let settings: SettingsStore;
beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), "settings-handler-"));
  settings = await openSettings(home);
});
afterEach(() => rmSync(home, { recursive: true }));

/** A program that says what the Claude CLI says of itself. */
const saysItIs = async (program: string) => {
  const text = readFileSync(program, "utf8");
  return text.includes("sleep") ? "silent" : text.includes("Claude") ? "cli" : "other";
};
const update = async (patch: Record<string, Record<string, unknown>>, key = "k".repeat(32)) =>
  settingsHandlers(settings, () => key, saysItIs)["settings.update"](patch);

test("the network is refused to a short key, with words, and nothing changes", async () => {
  await expect(update({ endpoint: { lan: true } }, "short")).rejects.toThrow("at least 32 characters");
  expect(settings.get().endpoint.lan).toBe(false);
  expect((await update({ endpoint: { lan: true } })).endpoint.lan).toBe(true);
  expect((await update({ endpoint: { lan: false } }, "short")).endpoint.lan).toBe(false);
});

test("a Claude program that is none is refused with words, and the old one stays in force", async () => {
  const program = path.join(home, "claude");
  writeFileSync(program, "#!/bin/sh\n");
  await expect(update({ brain: { claudePath: "claude" } })).rejects.toThrow("whole path");
  await expect(update({ brain: { claudePath: path.join(home, "none") } })).rejects.toThrow("nothing at this path");
  await expect(update({ brain: { claudePath: home } })).rejects.toThrow("This is a folder");
  await expect(update({ brain: { claudePath: program } })).rejects.toThrow("not a program");
  expect(settings.get().brain.claudePath).toBe("");
  chmodSync(program, 0o755);
  await expect(update({ brain: { claudePath: program } })).rejects.toThrow("not the Claude CLI");
  writeFileSync(program, "#!/bin/sh\nsleep 1d\n");
  await expect(update({ brain: { claudePath: program } })).rejects.toThrow("does not answer");
  writeFileSync(program, "#!/bin/sh\necho 2.1.330 Claude Code\n");
  expect((await update({ brain: { claudePath: program } })).brain.claudePath).toBe(program);
  expect((await update({ brain: { claudePath: "" } })).brain.claudePath).toBe("");
});
