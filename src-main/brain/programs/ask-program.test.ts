import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeProgram } from "../testing/write-program";
import { askProgram } from "./ask-program";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "brainstem-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (body: string) => writeProgram(join(folder, "program"), body);
const ask = (path: string, within = 20_000, signal?: AbortSignal) =>
  askProgram(path, ["--version"], { env: { PATH: process.env["PATH"] }, within, ...(signal ? { signal } : {}) });

/** The process that the program noted under this name is gone, or about to be. */
const isGone = (name: string) => {
  try {
    return /\) [ZX]/.test(readFileSync(`/proc/${readFileSync(join(folder, name), "utf8").trim()}/stat`, "utf8"));
  } catch {
    return true;
  }
};

describe.runIf(process.platform === "linux")("a program that is asked", () => {
  it("is heard, with its arguments, and without waiting for input", async () => {
    expect(await ask(program('cat; echo "1.2.3 $1"'))).toEqual({ how: "said", stdout: "1.2.3 --version\n" });
  });

  it("fails, is missing, or may not be run", async () => {
    expect(await ask(program("echo 1.2.3; exit 3"))).toEqual({ how: "unable", stdout: "1.2.3\n" });
    expect(await ask(join(folder, "missing"))).toEqual({ how: "unable", stdout: "" });
    writeFileSync(join(folder, "text"), "no program");
    expect((await ask(join(folder, "text"))).how).toBe("unable");
  });

  it("hangs, and does not listen when it is asked to end: it is gone with all that it started", async () => {
    const path = program(`trap "" TERM HUP; echo $$ > ${folder}/self; sleep 1000 & echo $! > ${folder}/child; wait`);
    expect((await ask(path, 500)).how).toBe("silent");
    await expect.poll(() => ["self", "child"].map(isGone)).toEqual([true, true]);
  });

  it("answers, and leaves something behind that holds its output open", async () => {
    const path = program(`sleep 1000 & echo $! > ${folder}/child; echo 1.2.3`);
    expect(await ask(path, 500)).toEqual({ how: "said", stdout: "1.2.3\n" });
    await expect.poll(() => isGone("child")).toBe(true);
  });

  it("talks without end: it is stopped", async () => {
    expect((await ask(program("exec yes"))).how).toBe("silent");
  });

  it("is not waited for by one who leaves", async () => {
    const leaving = new AbortController();
    const asked = ask(program(`echo $$ > ${folder}/self; sleep 1000`), 20_000, leaving.signal);
    await expect.poll(() => existsSync(join(folder, "self"))).toBe(true);
    leaving.abort();
    expect((await asked).how).toBe("silent");
    await expect.poll(() => isGone("self")).toBe(true);
    expect((await ask(program("echo 1"), 20_000, leaving.signal)).how).toBe("silent");
  });
});
