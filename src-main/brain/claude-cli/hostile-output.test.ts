import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Step } from "../../demo/messages-api";
import { processesAtHome } from "../testing/hostile-machine";
import { ask, clis, listen, type RealBrain, startRealBrain, textOf, user } from "../testing/real-brain";

let folder: string;
let open: RealBrain | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "brainstem-test-"));
});
afterEach(async () => {
  await open?.close();
  open = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const turn = () => listen((open as RealBrain).brain, ask([user("q")]));
/** Only the CLI's own: what it starts for a moment may be gone by then. */
const killAll = () => {
  for (const { pid, arguments: given } of processesAtHome((open as RealBrain).home))
    if (given.includes("\0-p\0")) process.kill(pid, "SIGKILL");
};

/** Runs a turn to its failure; what was heard until then. */
async function heardOf(real: RealBrain): Promise<{ text: string; kind: unknown }> {
  let text = "";
  try {
    for await (const event of real.brain.run(ask([user("q")]), new AbortController().signal))
      if (event.type === "text") text += event.text;
  } catch (error) {
    return { text, kind: (error as { kind?: unknown }).kind };
  }
  return { text, kind: undefined };
}

describe.runIf(process.platform === "linux").each(Object.entries(clis))(
  "the %s CLI, killed by the system",
  (_n, cli) => {
    it("in the middle of an answer is an error after its words, and the next turn is well", async () => {
      let first = true;
      open = await startRealBrain({
        cli,
        respond: () => {
          const steps: Step[] = first ? [{ text: "Half" }, { hang: true }] : [{ text: "Whole." }];
          first = false;
          return { steps };
        },
      });
      const heard: string[] = [];
      const events = open.brain.run(ask([user("q")]), new AbortController().signal);
      const all = (async () => {
        for await (const event of events) {
          if (event.type !== "text") continue;
          heard.push(event.text);
          killAll();
        }
      })();
      await expect(all).rejects.toMatchObject({ kind: "cli_crashed", retryAfter: 1 });
      expect(heard).toEqual(["Half"]);
      expect(textOf(await turn())).toBe("Whole.");
    });

    it("before it was ready hangs nobody", async () => {
      open = await startRealBrain({ cli, respond: () => ({ steps: [{ text: "Whole." }] }), settings: { spares: 0 } });
      const heard = heardOf(open);
      const starting = () =>
        processesAtHome((open as RealBrain).home).filter(({ arguments: given }) => given.includes("\0-p\0"));
      await expect.poll(() => starting().length, { interval: 2, timeout: 20_000 }).toBeGreaterThan(0);
      killAll();
      const { text, kind } = await heard;
      // Another process answers, or it is said.
      expect([text, kind]).toEqual(kind ? ["", "cli_crashed"] : ["Whole.", undefined]);
      expect(textOf(await turn())).toBe("Whole.");
    });

    it("with all the others before the first word is noticed by nobody: another process answers", async () => {
      let killed = false;
      open = await startRealBrain({
        cli,
        respond: () => {
          if (killed) return { steps: [{ text: "Whole." }] };
          killed = true;
          killAll();
          return { steps: [{ hang: true }] };
        },
      });
      expect(await heardOf(open)).toEqual({ text: "Whole.", kind: undefined });
      expect(textOf(await turn())).toBe("Whole.");
    });
  },
);

/** A script in the place of the CLI, for what the real one does not do at will; `body` runs at the first line it hears. */
function fakeCli(body: string): string {
  const path = join(folder, "claude");
  const script = `#!${process.execPath}
    if (process.argv.includes("--version")) { console.log("2.1.330 (Claude Code)"); process.exit(0); }
    if (process.argv.includes("auth")) { console.log('{"loggedIn": true}'); process.exit(0); }
    const say = (value) => process.stdout.write(JSON.stringify(value) + "\\n");
    const event = (event) => say({ type: "stream_event", event });
    let text = "";
    process.stdin.on("data", (piece) => {
      text += piece;
      const lines = text.split("\\n");
      text = lines.pop();
      for (const line of lines) hear(JSON.parse(line));
    });
    function hear(line) {
      if (line.type === "control_request")
        say({ type: "control_response", response: { subtype: "success", request_id: line.request_id, response: {} } });
      if (line.type === "user") { ${body} }
    }`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}
const delta = (text: string) =>
  `event({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text: ${text} } });`;
const begin = `event({ type: "message_start", message: { usage: {} } });
  event({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } });`;
const end = `event({ type: "content_block_stop", index: 0 });
  event({ type: "message_delta", delta: { stop_reason: "end_turn" }, usage: {} });
  event({ type: "message_stop" }); say({ type: "result", subtype: "success", num_turns: 1 });`;

describe("a CLI (a script in its place) that prints", () => {
  const noUpstream = () => ({ steps: [] });

  it.each([
    ["garbage", `process.stdout.write("\\x00\\xff Segmentation fault {{{\\n");`],
    ["JSON that is no message", `process.stdout.write("[1,2]\\n");`],
    ["half a line and its end", `process.stdout.write('{"type":"stream_ev'); process.exit(0);`],
  ])("%s ends its turn with an error, never with that as words", async (_name, body) => {
    open = await startRealBrain({ respond: noUpstream, cli: fakeCli(body) });
    expect(await heardOf(open)).toEqual({ text: "", kind: "cli_crashed" });
  });

  it("garbage after words ends the turn there", async () => {
    open = await startRealBrain({
      respond: noUpstream,
      cli: fakeCli(`${begin}${delta('"Half"')} process.stdout.write("garbage\\n");`),
    });
    expect(await heardOf(open)).toEqual({ text: "Half", kind: "cli_crashed" });
  });

  it("types and fields that nobody knows is heard all the same", async () => {
    const strange = `say({ type: "weather", value: 1 }); say({ type: "system", subtype: "new" }); event({ type: "ping" });`;
    const cli = fakeCli(`${strange}${begin}${strange}${delta('"Whole."')}${strange}${end}`);
    open = await startRealBrain({ respond: noUpstream, cli });
    expect(await heardOf(open)).toEqual({ text: "Whole.", kind: undefined });
  });

  it("a line of 20 MB is heard whole", async () => {
    const cli = fakeCli(`${begin}${delta('"x".repeat(20_000_000)')}${end}`);
    open = await startRealBrain({ respond: noUpstream, cli });
    const { text, kind } = await heardOf(open);
    expect([text.length, kind]).toEqual([20_000_000, undefined]);
  });

  it("a line without an end is stopped before it fills the memory", async () => {
    const cli = fakeCli(`${begin}${delta('"Half"')}
      const more = () => { while (process.stdout.write("x".repeat(1_000_000))); process.stdout.once("drain", more); };
      more();`);
    open = await startRealBrain({ respond: noUpstream, cli });
    const before = process.memoryUsage().rss;
    expect(await heardOf(open)).toEqual({ text: "Half", kind: "cli_crashed" });
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(400);
  });
});
