import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectPage, evaluate } from "./cdp";
import type { Machine } from "./machine";
import { pagesPort, startProgram } from "./program";

/** Milliseconds from the start of the process. */
export interface Start {
  /** The page's first picture, which comes with the field that has the focus. */
  usable: number;
  /** The brain answers from here on; absent for an empty window. */
  ready?: number;
}

const longest = 60_000;

/** The page: when it was first painted, and whether what is typed arrives in its field. */
const paintedAt = `new Promise((resolve) => {
  const look = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    const field = document.activeElement;
    if (paint && field instanceof HTMLTextAreaElement) resolve(performance.timeOrigin + paint.startTime);
    else setTimeout(look, 5);
  };
  look();
})`;

/** Starts a program with a window, as a person does, until it can be typed into, and ends it. */
export async function measureStart(command: string[], machine: Machine): Promise<Start> {
  const until = Date.now() + longest;
  const began = Date.now();
  const program = startProgram(command, machine);
  try {
    const page = await connectPage(await program.said(pagesPort), until);
    const painted = await evaluate<number>(page, paintedAt);
    await page.send("Input.insertText", { text: "typed" });
    const typed = await evaluate<string>(page, "document.activeElement.value");
    // What an earlier start left there is still there.
    if (!typed.endsWith("typed")) throw new Error(`The field did not take what was typed: "${typed}"`);
    const ready = command[0]?.includes("brainstem") ? await brainReadyAt(machine.home, began, until) : undefined;
    page.close();
    return { usable: painted - began, ...(ready === undefined ? {} : { ready: ready - began }) };
  } finally {
    await program.end();
  }
}

/** When the log says that the brain became ready. */
async function brainReadyAt(home: string, after: number, until: number): Promise<number> {
  for (;;) {
    const lines = readLog(home).map((line) => JSON.parse(line) as { time: string; event: string; state?: string });
    const ready = lines.find(
      ({ time, event, state }) => event === "brain" && state === "ready" && Date.parse(time) >= after,
    );
    if (ready) return Date.parse(ready.time);
    if (Date.now() > until) throw new Error("The brain did not become ready.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function readLog(home: string): string[] {
  try {
    return readFileSync(join(home, "logs", "brainstem.log"), "utf8")
      .split("\n")
      .filter(Boolean);
  } catch {
    return [];
  }
}

/** The floor: the same Electron with nothing but a field in its window. Returns the command that starts it. */
export function makeEmptyWindow(electron: string, machine: Machine): string[] {
  const folder = join(machine.home, "empty");
  mkdirSync(folder, { recursive: true });
  const files = {
    "package.json": '{"name":"empty","version":"1.0.0","main":"main.js"}',
    "index.html": "<!doctype html><title>Empty</title><p>Empty</p><textarea autofocus></textarea>",
    "main.js": `const { app, BrowserWindow } = require("electron");
app.setPath("userData", ${JSON.stringify(folder)});
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1200, height: 800 });
  window.once("ready-to-show", () => window.show());
  window.loadFile("index.html");
});`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return [electron, folder];
}
