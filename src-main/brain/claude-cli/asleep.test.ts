import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "../../demo/messages-api";
import { answersInHalves } from "../testing/half-answer";
import { processesAtHome } from "../testing/hostile-machine";
import { ask, assistant, listen, type RealBrain, startRealBrain, textOf, user, warmth } from "../testing/real-brain";

/** A busy machine is slow, not wrong. */
const patiently = { timeout: 20_000 };

let open: RealBrain | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await open?.close();
  open = undefined;
});

const clis = () => processesAtHome((open as RealBrain).home).filter(({ arguments: given }) => given.includes("\0-p\0"));
const pids = () => clis().map(({ pid }) => pid);
/** As the system tells it: R, S, T for stopped… Empty for one that is gone. */
function stateOf(pid: number): string {
  try {
    return /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1] ?? "";
  } catch {
    return "";
  }
}
/** Whether it has a connection to the API: nothing else here has sockets over TCP. */
function isTalking(pid: number): boolean {
  const port = Number(new URL((open as RealBrain).upstream.url).port)
    .toString(16)
    .toUpperCase()
    .padStart(4, "0");
  const inodes = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, , remote, , , , , , , inode] = line.trim().split(/\s+/);
      return remote?.endsWith(`:${port}`) ? [`socket:[${inode}]`] : [];
    });
  return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.includes(readlinkSync(`/proc/${pid}/fd/${fd}`)));
}
const fine = (): Reply => ({ steps: [{ text: "Fine." }] });

describe.runIf(process.platform === "linux")("processes that hang", () => {
  it("are not given the turn of one that was killed before its first word", async () => {
    let asked = 0;
    open = await startRealBrain({
      respond: () => {
        asked += 1;
        if (asked > 1) return fine();
        // The one that asks is killed; the one that waits does not answer, as one whose end is on its way.
        const [busy] = clis().filter(({ pid }) => isTalking(pid));
        for (const { pid } of clis()) process.kill(pid, pid === busy?.pid ? "SIGKILL" : "SIGSTOP");
        return { steps: [{ hang: true }] };
      },
    });
    await expect.poll(() => pids().length, patiently).toBe(2);
    expect(textOf(await listen(open.brain, ask([user("a")])))).toBe("Fine.");
    expect(asked).toBe(2);
  });

  it("all of them, cost one turn its time; none of them is asked again, and none is left", async () => {
    open = await startRealBrain({
      respond: fine,
      settings: { firstTokenSeconds: 8 },
    });
    await expect.poll(() => pids().length, patiently).toBe(2);
    const hung = pids();
    for (const pid of hung) process.kill(pid, "SIGSTOP");
    await expect(listen(open.brain, ask([user("a")]))).rejects.toMatchObject({ kind: "timeout" });
    expect(textOf(await listen(open.brain, ask([user("b")])))).toBe("Fine.");
    await expect.poll(() => hung.map(stateOf).join(""), patiently).toBe("");
  });
});

describe.runIf(process.platform === "linux")("after the machine has slept", () => {
  it("conversations go on in new processes, and a turn that was under way is heard to its end", async () => {
    const { respond, goOn } = answersInHalves(fine());
    open = await startRealBrain({ respond });
    await listen(open.brain, ask([user("a")]));
    const held = [user("a"), assistant("Fine.")];
    expect(warmth(await listen(open.brain, ask([...held, user("b")])))).toBe("continued");
    const slow = listen(open.brain, ask([user("slow")]));
    await expect.poll(() => open?.upstream.requests.length, patiently).toBe(3);
    const before = pids();

    open.wake();
    const next = await listen(open.brain, ask([...held, user("b"), assistant("Fine."), user("c")]));
    expect([textOf(next), warmth(next) === "continued"]).toEqual(["Fine.", false]);
    goOn();
    expect(textOf(await slow)).toBe("Half and whole.");
    // Of those that were there, only the one that was answering may be left.
    await expect.poll(() => pids().filter((pid) => before.includes(pid)).length, patiently).toBeLessThan(2);
    expect(open.state().state).toBe("ready");
  });
});

describe("a clock that is set", () => {
  it.each([
    ["forwards", 7],
    ["back", -7],
  ])("%s by hours in the middle of an answer ends nothing and costs no process", async (_how, hours) => {
    const { respond, goOn } = answersInHalves(fine());
    open = await startRealBrain({ respond });
    await listen(open.brain, ask([user("a")]));
    const slow = listen(open.brain, ask([user("slow")]));
    await expect.poll(() => open?.upstream.requests.length, patiently).toBe(2);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
    // Another turn lets everything that looks at the time do so.
    expect(textOf(await listen(open.brain, ask([user("c")])))).toBe("Fine.");
    goOn();
    expect(textOf(await slow)).toBe("Half and whole.");
    expect(warmth(await listen(open.brain, ask([user("a"), assistant("Fine."), user("b")])))).toBe("continued");
  });
});
