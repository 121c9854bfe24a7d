import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import { type Scripted, say, startScripted } from "../clients/scripted";
import { claudeProcessesOf } from "../desktop/processes";
import { residentMiB } from "../load/memory";
import { Dice } from "./fuzz/dice";
import { type Attempt, nextAttempt } from "./fuzz/requests";
import { send } from "./fuzz/send";
import { openFiles } from "./resources";

const root = path.resolve(import.meta.dirname, "../..");
const count = Number(process.env["BRAINSTEM_FUZZ"] ?? 3_000);
const seed = Number(process.env["BRAINSTEM_FUZZ_SEED"] ?? 20_261);
const atOnce = 24;
/** Memory is looked at after each of so many equal shares; what is cached and pooled once has been after the first. */
const shares = 6;

let serving: Scripted;
test.afterEach(() => serving?.stop());

/** What is wrong with an answer, in words; undefined where nothing is. */
function fault({ statuses, kind }: Attempt, answer: string): string | undefined {
  if (answer === "") return statuses ? "no answer" : undefined;
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
  if (!status) return "no HTTP";
  if (status === 500) return "500";
  if (statuses && !statuses.includes(status)) return `${status} for a ${kind}`;
  if (answer.includes(serving.key)) return "the key";
  return /node:internal|\.cjs:\d+|\n\s+at /.test(answer) ? "a stack" : undefined;
}

/** Sends these, so many at once, and counts what came back. */
async function bombard(from: number, to: number, faults: string[], seen: Map<string, number>): Promise<void> {
  const port = Number(new URL(serving.baseUrl).port);
  let next = from;
  const worker = async () => {
    while (next < to) {
      const number = next++;
      const dice = new Dice(seed * 1_000_003 + number);
      const attempt = nextAttempt(dice, { port, key: serving.key });
      const answer = await send(attempt, port, dice);
      const status = answer.slice(9, 12) || "none";
      seen.set(status, (seen.get(status) ?? 0) + 1);
      const wrong = fault(attempt, answer);
      if (wrong) faults.push(`#${number} ${wrong}: ${JSON.stringify(attempt).slice(0, 400)} → ${answer.slice(0, 400)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function answers(question: string): Promise<string | null | undefined> {
  const client = new OpenAI({ baseURL: serving.baseUrl, apiKey: serving.key, maxRetries: 2 });
  const messages = [{ role: "user" as const, content: question }];
  return (await client.chat.completions.create({ model: "claude-sonnet-4-6", messages })).choices[0]?.message.content;
}

const health = async () => (await fetch(new URL("/health", serving.baseUrl))).json() as Promise<{ busy: boolean }>;

test(`${count} requests that nobody should send change nothing`, async () => {
  test.skip(process.platform !== "linux", "reads /proc");
  test.setTimeout(60_000 + count * 60);
  serving = await startScripted(root, () => ({ steps: say("Fine.") }));
  expect(await answers("Before?")).toBe("Fine.");
  const files = openFiles(serving.pid);

  const began = performance.now();
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const memory: number[] = [];
  for (let share = 0; share < shares; share += 1) {
    await bombard(Math.round((count * share) / shares), Math.round((count * (share + 1)) / shares), faults, seen);
    memory.push(Math.round(residentMiB(serving.pid)));
  }
  expect(faults).toEqual([]);

  expect(await health()).toMatchObject({ status: "ok", state: expect.stringMatching(/ready|busy/) });
  expect(await answers("After?")).toBe("Fine.");
  await expect.poll(async () => (await health()).busy).toBe(false);
  await expect.poll(() => openFiles(serving.pid)).toBeLessThan(files + 20);
  await expect.poll(() => claudeProcessesOf(serving.home).length).toBeLessThanOrEqual(7);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`fuzz: ${count} in ${seconds} s, MiB ${memory.join(" ")}, ${JSON.stringify(Object.fromEntries(seen))}`);
  expect((memory.at(-1) ?? 0) - (memory[1] ?? 0)).toBeLessThan(40);

  await serving.stop();
  expect(claudeProcessesOf(serving.home)).toEqual([]);
});
