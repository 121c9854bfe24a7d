import { type Cdp, connect, connectPage, evaluate } from "./cdp";
import type { Machine } from "./machine";
import { pagesPort, startProgram } from "./program";
import { writeConversation } from "./texts";
import { readUse } from "./usage";

/** What the app uses while nothing happens: percent of one processor. */
export interface Rest {
  what: string;
  app: number;
  claude: number;
  residentMiB: number;
}

const longest = 60_000;
/** Seconds until what a start or a click leaves behind is done. */
const settles = 15;

/**
 * With a conversation open and the brain ready: the field focused, which blinks; without; and hidden in the tray. No
 * driver is connected meanwhile: one keeps a page awake, also a hidden one.
 */
export async function measureRest(program: string, machine: Machine, seconds: number): Promise<Rest[]> {
  writeConversation(machine.home, { title: "Ten turns", messages: 20, paragraphs: 4, at: Date.now() });
  const { pid, said, end } = startProgram([program, "--inspect=0"], machine);
  const tell = async (to: Cdp, expression: string) => {
    await evaluate(to, expression);
    to.close();
    await pause(settles);
  };
  const page = async () => connectPage(await said(pagesPort), Date.now() + longest);
  const over = async (what: string): Promise<Rest> => {
    const [before, began] = [readUse(pid), performance.now()];
    await pause(seconds);
    const [after, passed] = [readUse(pid), (performance.now() - began) / 1000];
    return {
      what,
      app: ((after.app.seconds - before.app.seconds) / passed) * 100,
      claude: ((after.claude.seconds - before.claude.seconds) / passed) * 100,
      residentMiB: after.app.residentMiB,
    };
  };
  try {
    await tell(await page(), openConversation);
    const blinking = await over("window open, caret blinking");
    await tell(await page(), "document.activeElement.blur(), true");
    const still = await over("window open, no caret");
    await tell(await connect(await said(/Debugger listening on (ws:\S+)/)), hideWindows);
    return [blinking, still, await over("hidden")];
  } finally {
    await end();
  }
}

/** Runs in the page. */
const openConversation = `(async () => {
  const until = async (look) => {
    for (;;) {
      const found = await look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const state = async () => (await window.brainstem.request("app.snapshot")).value?.status.state;
  await until(async () => (await state()) === "ready");
  const button = await until(() => [...document.querySelectorAll("nav button")].find((one) => one.innerText === "Ten turns"));
  button.click();
  await until(() => document.querySelector("[role=log]")?.innerText.includes("Question 18"));
  document.querySelector("textarea").focus();
  return document.hasFocus();
})()`;

/** Runs in the main process. */
const hideWindows = `process.mainModule.require("electron").BrowserWindow.getAllWindows().map((window) => window.hide()).length`;

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
