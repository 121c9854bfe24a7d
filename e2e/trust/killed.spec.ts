import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { askedText, say } from "../clients/scripted";
import { claudeProcessesOf } from "../desktop/processes";
import { askRaw } from "../load/wire";
import { type Home, makeHome, sayIn } from "./at-home";
import { Dice } from "./fuzz/dice";

const times = Number(process.env["BRAINSTEM_KILLS"] ?? 6);
const seed = Number(process.env["BRAINSTEM_KILLS_SEED"] ?? 3);
/** Milliseconds within which the kill falls, from the end of some turn, or from the first question, on. */
const within = 1_200;

let home: Home;
test.afterEach(() => home?.close());

/** Pids of this home's CLI processes that are not zombies waiting for a parent. */
const claudes = () => claudeProcessesOf(home.folder).map(({ pid }) => pid);

test(`killed at ${times} moments of chance, the next start is clean and no finished turn is lost`, async () => {
  test.skip(process.platform !== "linux", "reads /proc");
  test.setTimeout(60_000 + times * 30_000);
  home = await makeHome((body) => ({ steps: say(`Answer to ${askedText(body)}.`, 10) }));
  const dice = new Dice(seed);
  const finished: string[] = [];
  let asked = 0;
  for (let round = 0; round < times; round += 1) {
    const server = await home.launch();
    const serving = { baseUrl: await server.baseUrl, key: server.key };
    expect(server.complaint()).toBe("");
    const moment = dice.below(within);
    const turnsBefore = dice.below(3);
    let begin = () => {};
    const killed = new Promise<void>((resolve) => {
      begin = () =>
        setTimeout(() => {
          process.kill(server.pid, "SIGKILL");
          resolve();
        }, moment);
    });
    const other = askRaw(serving, "Somebody else");
    for (let said = 0; ; said += 1) {
      if (said === turnsBefore) begin();
      const question = `question ${asked++}`;
      const reply = await sayIn(serving, "one", question);
      if (reply === undefined) break;
      expect(reply).toBe(`Answer to ${question}.`);
      finished.push(question);
    }
    await killed;
    other.destroy();
    const left = claudes();

    const next = await home.launch();
    const nextServing = { baseUrl: await next.baseUrl, key: next.key };
    await expect.poll(() => claudes().filter((pid) => left.includes(pid))).toEqual([]);
    expect(next.complaint()).toBe("");
    expect(readdirSync(path.join(home.folder, "processes"))).toEqual([`${next.pid}.json`]);
    expect(readdirSync(home.folder).filter((name) => /^brainstem-\w{6}$/.test(name))).toHaveLength(1);

    const question = `question ${asked++}`;
    expect(await sayIn(nextServing, "one", question)).toBe(`Answer to ${question}.`);
    finished.push(question);
    const { messages } = home.upstream.requests.at(-1)?.body ?? { messages: [] };
    const heard = [...JSON.stringify(messages).matchAll(/"(question \d+)"/g)].map((match) => match[1] as string);
    // A turn may be kept whose answer did not come through any more; never the other way round.
    expect(heard.filter((each) => finished.includes(each))).toEqual(finished);
    expect(heard.length - finished.length).toBeLessThanOrEqual(round + 1);
    await next.stop();
    expect(claudes()).toEqual([]);
  }
  console.log(
    `killed: ${times} times (seed ${seed}), ${finished.length} of ${asked} turns finished, none of them lost`,
  );
});
