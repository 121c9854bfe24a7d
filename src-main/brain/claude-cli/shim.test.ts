import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
import { writeProgram } from "../testing/write-program";

/** A busy machine is slow, not wrong. */
const patiently = { timeout: 20_000 };

let folder: string;
let shim: string;
let open: RealBrain;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "brainstem-test-"));
  shim = program("claude", `echo "$*" >> ${folder}/starts; exec "$(cat ${folder}/current)" "$@"`);
});
afterEach(async () => {
  await open?.close();
  rmSync(folder, { recursive: true, force: true });
});

const program = (name: string, body: string, interpreter?: string) =>
  writeProgram(join(folder, name), body, interpreter);
/** As a version manager does it: the shim itself stays as it is. */
const use = (cli: string) => writeFileSync(join(folder, "current"), cli);
const mark = () => join(folder, "heard-words");
/** A CLI of before, which notes it when it hears words. `told` is its answer to `--version`, `own` to the protocol. */
const older = (told: string, own?: string) =>
  program(
    "older",
    `const [first] = process.argv.slice(2);
    if (first === "--version") { console.log("${told} (Claude Code)"); process.exit(); }
    if (process.argv.includes("auth")) { console.log('{"loggedIn": true}'); process.exit(); }
    require("node:readline").createInterface({ input: process.stdin }).on("line", (text) => {
      const { type, request_id, request } = JSON.parse(text);
      if (type !== "control_request") return require("node:fs").writeFileSync("${mark()}", text);
      const own = ${JSON.stringify(own ?? null)};
      const known = request.subtype === "list_models" || (own && request.subtype === "get_binary_version");
      const response = known ? { subtype: "success", request_id, response: { models: [], version: own } }
        : { subtype: "error", request_id, error: "Unsupported control request subtype" };
      console.log(JSON.stringify({ type: "control_response", response }));
    });`,
    process.execPath,
  );

const hello = () => ({ steps: [{ text: "Hello." }] });
const say = (...messages: Parameters<typeof ask>[0]) => listen(open.brain, ask(messages));
/** A conversation of its own each time. */
let asked = 0;
const sayAnew = () => say(user(`question ${asked++}`)).then(textOf, (error) => error.kind);
const version = () => open.state().cliVersion;
const state = () => [open.state().state, open.state().code];
const starts = () =>
  readFileSync(join(folder, "starts"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("-p")).length;

describe.runIf(process.platform === "linux")("behind a version manager's shim, which never changes", () => {
  it("a new version is noticed: conversations go on, and the version shown is the one that answers", async () => {
    use(clis.oldest);
    open = await startRealBrain({ respond: hello, cli: shim, settings: { maxIdle: 50, idleMemoryMiB: 100_000 } });
    const old = version();
    await say(user("a"));
    use(clis.newest);
    expect(warmth(await say(user("a"), assistant("Hello."), user("b")))).toBe("continued");
    await expect.poll(async () => [await sayAnew(), version() !== old], patiently).toEqual(["Hello.", true]);
    expect(state()).toEqual(["ready", undefined]);
    // And back again, which is no news but another version all the same.
    use(clis.oldest);
    await expect.poll(async () => [await sayAnew(), version()], patiently).toEqual(["Hello.", old]);
  });

  it.each([
    ["that says so", () => older("2.1.88")],
    ["whose shim says otherwise", () => older("2.1.330", "2.1.88")],
  ])("one that is too old, %s, hears no words at all, until a newer one is there", async (_how, make) => {
    use(clis.newest);
    open = await startRealBrain({ respond: hello, cli: shim });
    expect(await sayAnew()).toBe("Hello.");
    use(make());
    await expect.poll(sayAnew, patiently).toBe("cli_too_old");
    expect(state()).toEqual(["error", "cli_too_old"]);
    expect(await sayAnew()).toBe("cli_too_old");
    use(clis.newest);
    await expect.poll(state, patiently).toEqual(["ready", undefined]);
    expect(await sayAnew()).toBe("Hello.");
    expect(existsSync(mark())).toBe(false);
  });

  it("so it is where no process waits, and every turn starts its own", async () => {
    use(clis.newest);
    open = await startRealBrain({ respond: hello, cli: shim, settings: { spares: 0 } });
    use(older("2.1.88"));
    const first = await Promise.all([sayAnew(), sayAnew()]);
    expect(first).toEqual(["cli_too_old", "cli_too_old"]);
    expect(existsSync(mark())).toBe(false);
  });

  it("and for agents, whose prompt is kept from it", async () => {
    use(clis.newest);
    open = await startRealBrain({ respond: hello, cli: shim, settings: { spares: 0 } });
    use(older("2.1.88"));
    const work = { prompt: "secret", system: "", model: "claude-sonnet-4-6", effort: "low", budgetUsd: 1 } as const;
    const bench = { workspace: folder, folders: [], tools: [], mark: "shim-test" };
    const run = open.agents.runAgent({ ...work, ...bench }, () => {});
    await expect(run).rejects.toMatchObject({ kind: "cli_too_old" });
    expect(existsSync(mark())).toBe(false);
  });

  it("a shim that has a version of its own costs one more look, and nothing afterwards", async () => {
    use(program("own", `[ "$1" = --version ] && echo 9.9.9 && exit; exec ${clis.newest} "$@"`));
    open = await startRealBrain({ respond: hello, cli: shim, settings: { spares: 1 } });
    for (let turn = 0; turn < 4; turn += 1) expect(await sayAnew()).toBe("Hello.");
    expect(state()).toEqual(["ready", undefined]);
    // One a turn, and the spares before and after.
    expect(starts()).toBeLessThan(8);
  });
});
