import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answersInHalves } from "../testing/half-answer";
import { processesAtHome } from "../testing/hostile-machine";
import {
  ask,
  assistant,
  clis,
  listen,
  type RealBrain,
  startRealBrain,
  textOf,
  user,
  warmth,
} from "../testing/real-brain";
import { safeArguments } from "./process/spawn";

/** A busy machine is slow, not wrong. */
const patiently = { timeout: 20_000 };

let folder: string;
let path: string;
let open: RealBrain;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "brainstem-test-"));
  path = join(folder, "claude");
});
afterEach(async () => {
  await open?.close();
  rmSync(folder, { recursive: true, force: true });
});

const hello = () => ({ steps: [{ text: "Hello." }] });
const say = (...messages: Parameters<typeof ask>[0]) => listen(open.brain, ask(messages));
/** A conversation of its own each time: it takes a waiting process, and another is made up. */
let asked = 0;
const sayAnew = () => say(user(`question ${asked++}`));
const version = () => open.state().cliVersion;
const becomes = (state: string, code?: string) =>
  expect.poll(() => [open.state().state, open.state().code], patiently).toEqual([state, code]);
const pool = () => processesAtHome(open.home).filter((process) => process.arguments.includes("\0-p\0"));
/** The version in the names that the CLI gives itself upstream. */
const lastVersion = () =>
  /claude-cli\/(\S+)/.exec(
    String(open.upstream.requests[open.upstream.requests.length - 1]?.headers["user-agent"]),
  )?.[1];

function pointAt(program: string): void {
  symlinkSync(program, `${path}.new`);
  renameSync(`${path}.new`, path);
}

/** As an installer does it: the new file takes the name of the old one. */
function replaceBy(program: string): void {
  copyFileSync(program, `${path}.new`);
  renameSync(`${path}.new`, path);
}

describe.runIf(process.platform === "linux")("a CLI that changes while the brain runs", () => {
  for (const [how, put] of [
    ["its link is switched", pointAt],
    ["its file is replaced", replaceBy],
  ] as const) {
    it(`goes on where it was, and begins anew with the new version: ${how}`, async () => {
      put(clis.oldest);
      // Nothing goes for want of room.
      const settings = { maxIdle: 50, idleMemoryMiB: 100_000 };
      open = await startRealBrain({ respond: hello, cli: path, settings });
      const old = version();
      await say(user("a"));
      expect(lastVersion()).toBe(old);
      put(clis.newest);

      // The process that holds this conversation is still the old one.
      expect(warmth(await say(user("a"), assistant("Hello."), user("b")))).toBe("continued");
      expect(lastVersion()).toBe(old);
      await expect.poll(async () => [textOf(await sayAnew()), version()], patiently).not.toEqual(["Hello.", old]);
      expect(open.state()).toMatchObject({ state: "ready", cliPath: path });
      await sayAnew();
      expect(lastVersion()).toBe(version());
      expect(version()).not.toBe(old);

      expect(warmth(await say(user("a"), assistant("Hello."), user("b"), assistant("Hello."), user("c")))).toBe(
        "continued",
      );
      expect(lastVersion()).toBe(old);
      for (const { arguments: given } of pool())
        for (const flag of safeArguments) expect(given.split("\0")).toContain(flag);
    });
  }

  it("is refused when an older one takes its place: what runs ends well, nothing of it is started", async () => {
    pointAt(clis.newest);
    const { respond, goOn } = answersInHalves(hello());
    open = await startRealBrain({ cli: path, respond });
    const slow = say(user("slow"));
    await expect.poll(() => open.upstream.requests.length, patiently).toBe(1);
    const mark = join(folder, "started");
    const script = `#!/bin/sh\ncase "$1" in --version) echo "2.1.88 (Claude Code)";; *) touch '${mark}';; esac\n`;
    writeFileSync(`${path}.old`, script);
    chmodSync(`${path}.old`, 0o755);
    renameSync(`${path}.old`, path);

    await expect.poll(() => sayAnew().then(textOf, (error) => error.kind), patiently).toBe("cli_too_old");
    await becomes("error", "cli_too_old");
    // Longer than a process that was asked to end may take for it.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    goOn();
    expect(textOf(await slow)).toBe("Half and whole.");
    await expect.poll(pool, patiently).toEqual([]);
    expect(() => unlinkSync(mark)).toThrow("ENOENT");

    pointAt(clis.newest);
    await becomes("ready");
    expect(textOf(await sayAnew())).toBe("Hello.");
  });

  it("may be away for a moment, as updates have it; for longer it is missing, until it is back", async () => {
    replaceBy(clis.newest);
    open = await startRealBrain({ cli: path, respond: hello, settings: { spares: 1 } });
    rmSync(path);
    const waits = Promise.all([sayAnew(), sayAnew(), sayAnew()]);
    setTimeout(() => replaceBy(clis.newest), 1000);
    expect((await waits).map(textOf)).toEqual(["Hello.", "Hello.", "Hello."]);
    expect(open.state().state).toBe("ready");

    rmSync(path);
    await expect.poll(() => sayAnew().then(textOf, (error) => error.kind), patiently).toBe("cli_missing");
    await becomes("error", "cli_missing");
    replaceBy(clis.newest);
    await becomes("ready");
    expect(textOf(await sayAnew())).toBe("Hello.");
  });

  it("may be written in place, which the system lets nobody start meanwhile", async () => {
    replaceBy(clis.newest);
    open = await startRealBrain({ cli: path, respond: hello, settings: { spares: 1 } });
    rmSync(path);
    copyFileSync(clis.newest, path);
    const writing = openSync(path, "r+");
    const answers = Promise.all([sayAnew(), sayAnew(), sayAnew()]);
    setTimeout(() => {
      closeSync(writing);
      utimesSync(path, new Date(), new Date());
    }, 1200);
    expect((await answers).map(textOf)).toEqual(["Hello.", "Hello.", "Hello."]);
    expect(open.state().state).toBe("ready");
  });
});
