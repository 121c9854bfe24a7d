import { expect } from "@playwright/test";
import type { Step } from "../../src-main/demo/messages-api";
import { startStandIn } from "../../src-main/demo/stand-in";
import { test } from "./desktop";

const words = Array.from({ length: 400 }, (_, index) => `word${index}`);

test("a window that is loaded again in the middle of an answer shows all of it, once and in order", async ({
  desktop,
}) => {
  let goOn = () => {};
  const reloaded = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const upstream = await startStandIn({ respond: () => ({ steps: steps() }) });
  desktop.logIn();
  const { page, ...app } = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(() => app.status().then(({ state }) => state)).toBe("ready");
  await page.getByRole("textbox", { name: "Message", exact: true }).fill("Count for me");
  await page.getByRole("button", { name: "Send" }).click();
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(log).toContainText("word20 ");

  // Words go on arriving while the page is away.
  for (let round = 0; round < 3; round += 1) {
    await page.reload();
    await expect(log).toContainText("word20 ");
  }
  goOn();
  await expect(log).toContainText("word399");
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  expect((await log.locator(".markdown").innerText()).trim().split(/\s+/)).toEqual(words);

  await page.reload();
  await expect(log).toContainText("word399");
  expect((await log.locator(".markdown").innerText()).trim().split(/\s+/)).toEqual(words);
  await upstream.close();

  /** Slow until the page was loaded again, and then to the end. */
  async function* steps(): AsyncGenerator<Step> {
    for (const [index, word] of words.entries()) {
      yield { text: `${word} ` };
      if (index < 300) yield { wait: 10 };
      if (index === 300) await reloaded;
    }
  }
});
