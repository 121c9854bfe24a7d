import { once } from "node:events";
import path from "node:path";
import { expect, test } from "@playwright/test";
import type { Step } from "../../src-main/demo/messages-api";
import { askedText, type Scripted, say, startScripted } from "../clients/scripted";
import { residentMiB } from "./memory";
import { askRaw } from "./wire";

const root = path.resolve(import.meta.dirname, "../..");
const paragraph = "слово ".repeat(200);
/** More paragraphs than the buffers of two sockets and two pipes can hold. */
const many = 6_000;

let serving: Scripted;
/** How many paragraphs the model has said in all. */
let said: number;

function* paragraphs(count: number): Generator<Step> {
  for (let number = 0; number < count; number += 1) {
    said += 1;
    yield { text: `[${number}] ${paragraph}` };
    yield { wait: 1 };
  }
}

test.beforeEach(async () => {
  said = 0;
  serving = await startScripted(root, (body) => {
    const question = askedText(body);
    if (question.includes("без кінця")) return { steps: paragraphs(1_000_000) };
    return { steps: question.includes("довго") ? paragraphs(many) : say("Коротко.") };
  });
});
test.afterEach(() => serving?.stop());

/** Whether a turn runs, as anyone may ask. */
const busy = async () => ((await (await fetch(new URL("/health", serving.baseUrl))).json()) as { busy: boolean }).busy;

test("who stops reading an endless answer costs no memory and is cut after a while", async () => {
  test.skip(process.platform !== "linux", "reads /proc");
  test.setTimeout(120_000);
  const warm = askRaw(serving, "Коротко?");
  await once(warm, "data");
  await expect.poll(busy).toBe(false);
  warm.destroy();
  const before = residentMiB(serving.pid);
  const reader = askRaw(serving, "Говори без кінця").pause();
  await expect.poll(() => serving.upstream.requests.length).toBe(2);
  const turn = serving.upstream.requests[1];
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, residentMiB(serving.pid));
  }, 100);
  try {
    await turn?.aborted;
  } finally {
    clearInterval(watch);
  }
  // It was held back for as long as a reader may stall, while the model went on.
  expect(said).toBeGreaterThan(many);
  expect(most - before).toBeLessThan(60);
  await expect.poll(busy).toBe(false);
  reader.destroy();
});

test("who stops reading and leaves ends the turn at once", async () => {
  const reader = askRaw(serving, "Говори без кінця").pause();
  await expect.poll(() => said, { timeout: 30_000 }).toBeGreaterThan(1_000);
  expect(await busy()).toBe(true);
  reader.destroy();
  await serving.upstream.requests[0]?.aborted;
  await expect.poll(busy).toBe(false);
});

test("who reads late hears it all", async () => {
  test.setTimeout(120_000);
  const reader = askRaw(serving, "Говори довго").pause();
  await expect.poll(() => said, { timeout: 60_000 }).toBe(many);
  let text = "";
  reader.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
    if (text.endsWith("data: [DONE]\n\n\r\n0\r\n\r\n")) reader.end();
  });
  reader.resume();
  await once(reader, "close");
  const heard = [...text.matchAll(/^data: (\{.*\})\r?$/gm)]
    .map((match) => JSON.parse(match[1] as string).choices[0]?.delta.content ?? "")
    .join("");
  expect(heard.match(/\[\d+\] (слово ){200}/g)).toHaveLength(many);
  expect(heard).toBe(Array.from({ length: many }, (_, number) => `[${number}] ${paragraph}`).join(""));
});
