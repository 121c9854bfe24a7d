import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import type { BrainStatus } from "../../src-shared/brain-status";
import type { Bridge } from "../../src-shared/ipc";
import type { Machine } from "./machine";
import { rootArguments } from "./program";
import { readUse } from "./usage";

/** The packaged app under the eyes of a test driver. */
export interface Watched {
  electron: ElectronApplication;
  page: Page;
  /** Begins a stretch that is looked at; returns what ends it. */
  watch(): Promise<() => Promise<Seen>>;
  /** Bytes of the page's JavaScript heap after a collection. */
  heap(): Promise<number>;
  /** What the app's processes use, and the Claude CLI's. */
  use(): ReturnType<typeof readUse>;
  close(): Promise<void>;
}

/** What a stretch looked like; times in milliseconds. */
export interface Seen {
  /** Tasks of the page of 50 ms and more. */
  longTasks: number[];
  /** Between two frames of the page. */
  frames: number[];
  /** From a key to the picture that shows it. */
  echoes: number[];
  /** The longest that the main process did not turn to other things. */
  mainHeld: { max: number; p99: number };
}

interface Notes {
  longTasks: number[];
  frames: number[];
  echoes: number[];
  stop(): void;
}

export async function openApp(program: string, machine: Machine, args: string[] = []): Promise<Watched> {
  const electron = await _electron.launch({
    executablePath: program,
    args: [...rootArguments(), ...args],
    env: machine.env,
  });
  const page = await electron.firstWindow();
  await page.getByRole("textbox", { name: "Message", exact: true }).waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  return {
    electron,
    page,
    async watch() {
      await electron.evaluate(watchMain);
      await page.evaluate(watchPage);
      return async () => {
        const seen = await page.evaluate(() => {
          const { longTasks, frames, echoes, stop } = (window as unknown as { notes: Notes }).notes;
          stop();
          return { longTasks, frames, echoes };
        });
        const held = await electron.evaluate(() => (globalThis as unknown as { held: () => Seen["mainHeld"] }).held());
        return { ...seen, mainHeld: held };
      };
    },
    async heap() {
      await cdp.send("HeapProfiler.collectGarbage");
      const { metrics } = await cdp.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN;
    },
    use: () => readUse(electron.process().pid ?? 0),
    async close() {
      const child = electron.process();
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await exited;
    },
  };
}

/** The brain as the window knows it. */
export async function waitForBrain(page: Page, wanted: BrainStatus["state"]): Promise<void> {
  const state = () =>
    page.evaluate(async () => {
      const { brainstem } = window as unknown as { brainstem: Bridge };
      const reply = await brainstem.request("app.snapshot", undefined);
      return reply.ok ? reply.value.status.state : undefined;
    });
  while ((await state()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Runs in the main process. */
function watchMain(): void {
  const { monitorEventLoopDelay } = (process.mainModule as NodeJS.Module).require(
    "node:perf_hooks",
  ) as typeof import("node:perf_hooks");
  const resolution = 1;
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  Object.assign(globalThis, {
    held: () => {
      histogram.disable();
      const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
      return { max: beyond(histogram.max), p99: beyond(histogram.percentile(99)) };
    },
  });
}

/** Runs in the page. */
function watchPage(): void {
  const notes = { longTasks: [] as number[], frames: [] as number[], echoes: [] as number[], stop };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.longTasks.push(duration);
  });
  observer.observe({ type: "longtask" });
  let last = performance.now();
  let frame = requestAnimationFrame(function next(now) {
    notes.frames.push(now - last);
    last = now;
    frame = requestAnimationFrame(next);
  });
  const painted = new MessageChannel();
  const typed: number[] = [];
  // The message is handled once the frame that was asked for has been drawn.
  painted.port1.onmessage = () => {
    for (const at of typed.splice(0)) notes.echoes.push(performance.now() - at);
  };
  const onInput = (event: Event) => {
    typed.push(pressed);
    requestAnimationFrame(() => painted.port2.postMessage(null));
    void event;
  };
  let pressed = 0;
  const onKey = (event: KeyboardEvent) => {
    pressed = event.timeStamp;
  };
  addEventListener("keydown", onKey, true);
  addEventListener("input", onInput, true);
  function stop() {
    observer.disconnect();
    cancelAnimationFrame(frame);
    removeEventListener("keydown", onKey, true);
    removeEventListener("input", onInput, true);
    painted.port1.close();
  }
  Object.assign(window, { notes });
}
