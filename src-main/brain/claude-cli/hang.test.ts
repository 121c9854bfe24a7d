import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultSettings } from "../../../src-shared/settings";
import { processesAtHome } from "../testing/hostile-machine";
import { ask, clis, listen, type RealBrain, startRealBrain, textOf, user } from "../testing/real-brain";
import { writeProgram } from "../testing/write-program";
import { ClaudeCli } from "./driver";
import { createLocator } from "./install/locate";

/** A look takes up to ten seconds, and the next comes three after it. */
const patiently = { timeout: 25_000 };

const settings = defaultSettings().brain;

let folder: string;
let path: string;
let open: RealBrain | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "brainstem-test-"));
  path = join(folder, "claude");
});
afterEach(async () => {
  await open?.close();
  open = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const hello = () => ({ steps: [{ text: "Hello." }] });
let asked = 0;
const turn = () => listen((open as RealBrain).brain, ask([user(`question ${asked++}`)]));
const state = () => [open?.state().state, open?.state().code];

/** Asked for its version it says nothing, and it does not listen when it is told to end. */
function hangs(at = path): void {
  renameSync(writeProgram(`${at}.new`, 'trap "" TERM\nwhile :; do sleep 1000; done'), at);
}
function mend(): void {
  symlinkSync(clis.newest, `${path}.new`);
  renameSync(`${path}.new`, path);
}

describe.runIf(process.platform === "linux")("a CLI that hangs when it is asked for its version", () => {
  it("at the start is a named state, with what to do, and left by itself when it is mended", async () => {
    hangs();
    open = await startRealBrain({ respond: hello, cli: path });
    expect(open.state()).toMatchObject({
      ...{ state: "error", code: "cli_unresponsive", reason: "Claude CLI does not answer", cliPath: path },
      help: expect.stringContaining("`claude --version`"),
    });
    await expect(turn()).rejects.toMatchObject({ kind: "cli_unresponsive", message: expect.stringContaining(path) });
    mend();
    await expect.poll(state, patiently).toEqual(["ready", undefined]);
    expect(textOf(await turn())).toBe("Hello.");
    await expect.poll(() => processesAtHome((open as RealBrain).home).filter(isAsked)).toEqual([]);
  });

  it("after it was changed keeps nobody waiting for long, and is left when it is mended", async () => {
    mend();
    open = await startRealBrain({ respond: hello, cli: path });
    expect(textOf(await turn())).toBe("Hello.");
    hangs();
    const kindOf = () => turn().then(textOf, (error) => error.kind);
    await expect.poll(kindOf, patiently).toBe("cli_unresponsive");
    expect(state()).toEqual(["error", "cli_unresponsive"]);
    mend();
    await expect.poll(state, patiently).toEqual(["ready", undefined]);
    expect(textOf(await turn())).toBe("Hello.");
  });

  it("is told from one that is none when somebody chooses it", async () => {
    const driver = driverAt(clis.newest);
    hangs();
    expect(await driver.probe(path)).toBe("silent");
    writeProgram(join(folder, "other"), "exit 1");
    expect(await driver.probe(join(folder, "other"))).toBe("other");
    expect(await driver.probe(clis.newest)).toBe("cli");
  });

  it("holds up no end: who turns the brain off need not wait for it, nor is it left behind", async () => {
    hangs();
    const driver = driverAt(path);
    const starting = driver.start();
    await expect.poll(() => processesAtHome(folder).filter(isAsked).length).toBeGreaterThan(0);
    driver.giveUp();
    await Promise.all([starting, driver.stop()]);
    expect(driver.state().state).toBe("stopped");
    await expect.poll(() => processesAtHome(folder).filter(isAsked)).toEqual([]);
    // And it can be turned on again.
    mend();
    await driver.start();
    expect(driver.state().state).toBe("ready");
    await driver.stop();
  });

  it("is passed over for another that answers", async () => {
    mkdirSync(join(folder, "bin"));
    mkdirSync(join(folder, ".local/bin"), { recursive: true });
    hangs(join(folder, "bin/claude"));
    const sound = join(folder, ".local/bin/claude");
    writeProgram(sound, 'echo "99.0.1 (Claude Code)"');
    const env = { HOME: folder, PATH: `${join(folder, "bin")}:/usr/bin:/bin`, SHELL: "/bin/false" };
    expect(await createLocator().find("", env)).toMatchObject({ path: sound, version: "99.0.1" });
  });
});

const isAsked = ({ arguments: given }: { arguments: string }): boolean => given.includes("--version");

function driverAt(program: string): ClaudeCli {
  return new ClaudeCli({
    settings: () => ({ ...settings, spares: 0 }),
    env: () => ({ PATH: process.env["PATH"], HOME: folder, CLAUDE_CODE_OAUTH_TOKEN: "sk-ant-oat01-test" }),
    chosenPath: program,
    home: folder,
  });
}
