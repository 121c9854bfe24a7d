import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { quantile } from "../measure";
import type { Machine } from "./machine";
import { writeConversation } from "./texts";
import type { Rate } from "./upstream";
import { openApp, type Seen, waitForBrain } from "./watch";

/** A stream of words into the window while a person types. */
export interface Streamed {
  seen: Seen;
  /** JavaScript heap, collected, before and after. */
  heapMiB: [number, number];
  /** All processes of the app, before, after, and once the page's garbage was collected, as it was before. */
  residentMiB: [number, number, number];
  /** Tokens that the upstream sent and characters that the window showed. */
  shownCharacters: number;
}

interface Place {
  program: string;
  machine: Machine;
  rate: Rate;
}

/** Opens a conversation of 100 turns and lets an answer of 300 tokens a second grow there. */
export async function measureStream({ program, machine, rate }: Place, seconds: number): Promise<Streamed> {
  writeConversation(machine.home, { title: "Hundred turns", messages: 200, paragraphs: 4, at: Date.now() - 60_000 });
  return withStreams({ program, machine, rate }, { seconds, tokensASecond: 300, background: 0 });
}

/** The same beside so many answers in conversations that are not shown. */
export async function measureCrowd(place: Place, seconds: number, background: number): Promise<Streamed> {
  // As many at once as this needs: eight are the default.
  const settings = { brain: { maxTurns: background + 1 } };
  writeFileSync(join(place.machine.home, "settings.json"), JSON.stringify(settings));
  writeConversation(place.machine.home, { title: "Hundred turns", messages: 200, paragraphs: 4, at: Date.now() });
  return withStreams(place, { seconds, tokensASecond: 30, background });
}

async function withStreams(
  { program, machine, rate }: Place,
  { seconds, tokensASecond, background }: { seconds: number; tokensASecond: number; background: number },
): Promise<Streamed> {
  const app = await openApp(program, machine);
  try {
    const { page } = app;
    await waitForBrain(page, "ready");
    Object.assign(rate, { tokensASecond, seconds: seconds + background * 3 });
    for (let index = 0; index < background; index += 1) {
      await page.getByRole("button", { name: "New chat" }).click();
      await say(page, `Beside ${index}`);
      await page.getByRole("button", { name: "Stop" }).waitFor();
    }
    Object.assign(rate, { tokensASecond, seconds });
    await page.getByRole("button", { name: "Hundred turns", exact: true }).click();
    await page.getByText("Question 198").waitFor();
    const heapBefore = await app.heap();
    const residentBefore = app.use().app.residentMiB;
    await say(page, "Go on");
    await page.getByRole("heading", { name: "Part 1", exact: true }).last().waitFor();
    const end = await app.watch();
    const until = Date.now() + (seconds - 4) * 1000;
    while (Date.now() < until) await page.keyboard.type("so it goes ", { delay: 120 });
    const seen = await end();
    await page.getByRole("button", { name: "Answer again" }).waitFor({ timeout: 120_000 });
    const shown = await page.locator(".message-row").last().innerText();
    const residentAfter = app.use().app.residentMiB;
    const heapAfter = await app.heap();
    return {
      seen,
      heapMiB: [heapBefore / 2 ** 20, heapAfter / 2 ** 20],
      residentMiB: [residentBefore, residentAfter, app.use().app.residentMiB],
      shownCharacters: shown.length,
    };
  } finally {
    await app.close();
  }
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Message", exact: true });
  await field.fill(text);
  await field.press("Enter");
}

/** The figures of what was seen, as a table has them. */
export function figures({ longTasks, frames, echoes, mainHeld }: Seen): Record<string, number> {
  const dropped = frames.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0);
  return {
    longTasks: longTasks.length,
    longestTask: Math.max(0, ...longTasks),
    echoMedian: quantile(echoes, 0.5),
    echoP95: quantile(echoes, 0.95),
    echoMax: Math.max(...echoes),
    mainHeldP99: mainHeld.p99,
    mainHeldMax: mainHeld.max,
    droppedFrames: dropped,
    frames: frames.length,
  };
}
