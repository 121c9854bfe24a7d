import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linuxTerminals, macScript, windowsTerminal } from "./terminals";

/** A program at an awkward path that prints what it was given. */
function withProgram(use: (program: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "it's $(a) test "));
  const program = join(folder, "claude");
  writeFileSync(program, '#!/bin/sh\necho "ran $*"\n');
  chmodSync(program, 0o700);
  try {
    use(program);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.runIf(process.platform !== "win32")("what the terminal runs is the log-in of exactly that program", () => {
  withProgram((program) => {
    const [, , ...command] = linuxTerminals(program)[0] ?? [];
    const [shell = "", ...args] = command;
    expect(execFileSync(shell, args, { input: "\n" }).toString()).toContain("ran auth login\n");
    expect(execFileSync("sh", ["-c", macScript(program)]).toString()).toBe("ran auth login\n");
  });
});

test("on Windows a path that cmd.exe would read as commands is refused", () => {
  expect(windowsTerminal("C:\\Users\\A B\\claude.exe")?.at(-1)).toContain('"C:\\Users\\A B\\claude.exe" auth login');
  expect(windowsTerminal('C:\\x" & calc & "')).toBeUndefined();
});
