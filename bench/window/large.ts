import type { Machine } from "./machine";
import { writeConversation, writeMany } from "./texts";
import { openApp, type Seen, type Watched, waitForBrain } from "./watch";

export interface Step {
  what: string;
  /** Until it was shown. */
  ms: number;
  seen: Seen;
  residentMiB: number;
}

/** A window with thousands of conversations, one of them very long: opened, searched and gone through. */
export async function measureLarge(program: string, machine: Machine, conversations: number): Promise<Step[]> {
  writeMany(machine.home, conversations);
  writeConversation(machine.home, { title: "Very long", messages: 2000, paragraphs: 4, at: Date.now() });
  const first = await openApp(program, machine);
  await waitForBrain(first.page, "ready");
  await first.close();
  const app = await openApp(program, machine);
  try {
    const { page } = app;
    await waitForBrain(page, "ready");
    const step = steps(app);
    const search = page.getByRole("searchbox", { name: "Search conversations" });
    const list = page.getByRole("navigation", { name: "Conversations" });
    const words = async (text: string, found: RegExp | string) => {
      await search.fill(text);
      await list.getByText(found).first().waitFor();
    };
    const done = [
      await step("2,000 messages opened, from the disk", async () => {
        await page.getByRole("button", { name: "Very long", exact: true }).click();
        await page.getByText("Question 1998").waitFor();
      }),
      await step("new chat", async () => {
        await page.getByRole("button", { name: "New chat" }).click();
        await page.getByRole("log").waitFor({ state: "detached" });
      }),
      await step("2,000 messages opened again", async () => {
        await page.getByRole("button", { name: "Very long", exact: true }).click();
        await page.getByText("Question 1998").waitFor();
      }),
      await step(`first search of ${conversations} conversations`, () => words("xylophones", "xylophones")),
      await step("next search", () => words("part3(n", "part3(n")),
      await step("search by title", () => words("talk 4321", "Talk 4321")),
    ];
    await search.fill("");
    await list.getByText("Talk 0", { exact: true }).hover();
    const wheel = async () => {
      await page.mouse.wheel(0, 2000);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    };
    const farther = list.getByText("Talk 500", { exact: true });
    const through = await step("list scrolled through to the 500th", async () => {
      while ((await farther.count()) === 0) await wheel();
    });
    return [...done, through];
  } finally {
    await app.close();
  }
}

function steps(app: Watched): (what: string, act: () => Promise<unknown>) => Promise<Step> {
  return async (what, act) => {
    const end = await app.watch();
    const began = performance.now();
    await act();
    const ms = performance.now() - began;
    // What follows the first picture counts as well.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { what, ms, seen: await end(), residentMiB: app.use().app.residentMiB };
  };
}
