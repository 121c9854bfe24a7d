import type { Machine } from "./machine";
import { writeConversation } from "./texts";
import { openApp, type Watched, waitForBrain } from "./watch";

/** What the app uses while nothing happens: percent of one processor. */
export interface Rest {
  app: number;
  claude: number;
  residentMiB: number;
}

/** With the window open on a conversation and the brain ready, and then hidden in the tray. */
export async function measureRest(program: string, machine: Machine, seconds: number): Promise<[Rest, Rest]> {
  writeConversation(machine.home, { title: "Ten turns", messages: 20, paragraphs: 4, at: Date.now() });
  const app = await openApp(program, machine);
  try {
    await waitForBrain(app.page, "ready");
    await app.page.getByRole("button", { name: "Ten turns", exact: true }).click();
    await app.page.getByText("Question 18").waitFor();
    await pause(10);
    const shown = await over(app, seconds);
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await pause(2);
    return [shown, await over(app, seconds)];
  } finally {
    await app.close();
  }
}

async function over(app: Watched, seconds: number): Promise<Rest> {
  const [before, began] = [app.use(), performance.now()];
  await pause(seconds);
  const [after, passed] = [app.use(), (performance.now() - began) / 1000];
  return {
    app: ((after.app.seconds - before.app.seconds) / passed) * 100,
    claude: ((after.claude.seconds - before.claude.seconds) / passed) * 100,
    residentMiB: after.app.residentMiB,
  };
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
