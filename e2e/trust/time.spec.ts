import { expect } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { askedText } from "../clients/scripted";
import type { BrainstemApp } from "../desktop/app";
import { test } from "../desktop/desktop";
import { claudeProcessesOf, processesOf } from "../desktop/processes";

/** An API that answers "slow" questions only when told to. */
async function startSlowApi() {
  let goOn = () => {};
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const api = await startStandIn({
    respond: (body) =>
      askedText(body).includes("slow")
        ? { steps: [{ text: "Half" }, { wait: pause }, { text: " and whole." }] }
        : { steps: [{ text: "Fine." }] },
  });
  return { ...api, goOn: () => goOn() };
}

async function askNew({ page }: BrainstemApp, text: string, answer: string): Promise<void> {
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText(answer);
}

const titles = ({ page }: BrainstemApp) =>
  page.getByRole("navigation", { name: "Conversations" }).getByRole("listitem").allInnerTexts();

test("a clock set forwards, then back, ends no answer and puts no conversation out of order", async ({ desktop }) => {
  const api = await startSlowApi();
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: api.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  const setClock = (hours: number) =>
    app.electron.evaluate((_electron, ahead) => {
      const clock = Date as typeof Date & { real?: () => number };
      clock.real ??= Date.now;
      const { real } = clock;
      Date.now = () => real() + ahead * 3_600_000;
    }, hours);
  await askNew(app, "slow first", "Half");
  await setClock(9);
  await askNew(app, "second", "Fine.");
  await setClock(-9);
  await askNew(app, "third", "Fine.");
  await setClock(0);
  await askNew(app, "fourth", "Fine.");
  expect((await titles(app)).map((title) => title.split("\n")[0])).toEqual(["fourth", "third", "second", "slow first"]);
  api.goOn();
  await app.page.getByRole("navigation", { name: "Conversations" }).getByText("slow first").click();
  await expect(app.page.getByRole("log", { name: "Conversation" })).toContainText("Half and whole.");
  expect((await app.status()).state).toBe("ready");
  await api.close();
});

test("put to sleep in the middle of an answer, it wakes without an error, with fresh processes", async ({
  desktop,
}) => {
  test.skip(process.platform !== "linux", "stops processes, as a suspended system does");
  const api = await startSlowApi();
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: api.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await app.saveSettings({ brain: { gapSeconds: 10 } });
  await askNew(app, "first", "Fine.");
  await expect.poll(() => claudeProcessesOf(desktop.userHome).length).toBeGreaterThanOrEqual(3);
  await askNew(app, "slow second", "Half");
  const before = claudeProcessesOf(desktop.userHome).map(({ pid }) => pid);

  // Stands for a suspend: nothing of it runs for longer than an answer may pause.
  const all = new Set([app.pid, ...processesOf(desktop.userHome).map(({ pid }) => pid)]);
  const toAll = (signal: NodeJS.Signals) => {
    for (const pid of all)
      try {
        process.kill(pid, signal);
      } catch {
        // It was one of those that look for a login, and has ended.
      }
  };
  toAll("SIGSTOP");
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  toAll("SIGCONT");
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit("resume"));

  api.goOn();
  const log = app.page.getByRole("log", { name: "Conversation" });
  await expect(log).toContainText("Half and whole.");
  await askNew(app, "third", "Fine.");
  await app.page.getByRole("navigation", { name: "Conversations" }).getByText("first", { exact: true }).click();
  await app.page.getByRole("textbox", { name: "Message" }).fill("and on");
  await app.page.getByRole("button", { name: "Send" }).click();
  await expect(log).toContainText(/Fine\.[\s\S]*and on[\s\S]*Fine\./);
  expect((await app.status()).state).not.toBe("error");
  // Only the one that was answering may have stayed.
  await expect
    .poll(() => claudeProcessesOf(desktop.userHome).filter(({ pid }) => before.includes(pid)).length)
    .toBeLessThan(2);
  await api.close();
});
