import { expect } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { fieldOf, logOf, openChat, say } from "./chat";
import { test } from "./desktop";

/** A promise and what resolves it. */
function gate(): { opened: Promise<unknown>; open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test("thinking is folded, opens by keyboard, and the answer tells its time, tokens and cost", async ({ desktop }) => {
  const [thought, answered] = [gate(), gate()];
  const { page, upstream } = await openChat(desktop, () => ({
    steps: [
      { thinking: "First I **weigh** it." },
      { wait: thought.opened },
      { text: "It is heavy." },
      { wait: answered.opened },
    ],
    usage: { input_tokens: 4000, output_tokens: 700 },
  }));
  await say(page, "How heavy is it?");
  const log = logOf(page);
  const fold = log.locator("summary");
  await expect(fold).toHaveText("Thinking");
  await expect(log.getByText("weigh")).toHaveCount(0);
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(log.locator("details strong")).toHaveText("weigh");
  await page.keyboard.press("Space");
  await expect(log.getByText("weigh")).toHaveCount(0);
  thought.open();
  await expect(log).toContainText("It is heavy.");
  await expect(fold).toHaveText("Thought process");
  answered.open();
  await expect(fold).toHaveText(/^Thought for \d+\.\d s$/);
  const line = log.locator("p", { hasText: "first word after" });
  await expect(line).toHaveText(/Claude Sonnet 4\.6 · first word after \d+\.\d s · 700 tokens · ≈ \$0\.\d+/);
  await expect(line).toHaveAttribute("title", /≈ \$0\.\d+ at API prices/);
  await fold.click();
  await expectAccessible(page);
  await upstream.close();
});

test("a link asks before it opens outside, by click and by key; other ways to open it do nothing", async ({
  desktop,
}) => {
  const { app, page, upstream } = await openChat(desktop, () => ({
    steps: [{ text: "See [the page](https://example.com/a?b=1) and [that](javascript:alert(1))." }],
  }));
  await app.electron.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[] };
    (globalThis as unknown as { seen: typeof seen }).seen = seen;
    Object.assign(dialog, {
      showMessageBox: async (...given: unknown[]) => {
        seen.asked.push((given.at(-1) as { detail: string }).detail);
        return { response: seen.asked.length === 1 ? 1 : 0 };
      },
    });
    Object.assign(shell, { openExternal: async (url: string) => void seen.opened.push(url) });
  });
  const seen = () =>
    app.electron.evaluate(() => (globalThis as unknown as { seen: { asked: string[]; opened: string[] } }).seen);
  await say(page, "Where?");
  const link = logOf(page).getByRole("link", { name: "the page" });
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  await expect(logOf(page).getByRole("link")).toHaveCount(1);
  const address = page.url();

  await link.click({ button: "middle" });
  await link.dragTo(fieldOf(page));
  await link.click();
  await expect.poll(seen).toEqual({ asked: ["https://example.com/a?b=1"], opened: [] });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await seen()).opened).toEqual(["https://example.com/a?b=1"]);
  await link.click({ modifiers: ["Control"] });
  await expect.poll(async () => (await seen()).asked.length).toBe(3);
  expect(page.url()).toBe(address);
  expect(app.electron.windows()).toHaveLength(1);
  expect(await fieldOf(page).inputValue()).toBe("");
  await upstream.close();
});

test("a screen reader hears that an answer begins and then the answer, once and whole", async ({ desktop }) => {
  const rest = gate();
  const { page, upstream } = await openChat(desktop, () => ({
    steps: [{ text: "The **first** " }, { wait: rest.opened }, { text: "and `second` word." }],
  }));
  await page.evaluate(() => {
    const heard: string[] = [];
    (globalThis as unknown as { heard: string[] }).heard = heard;
    new MutationObserver((records) => {
      for (const { target } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[aria-live=polite]");
        if (region?.textContent && heard.at(-1) !== region.textContent) heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await say(page, "Speak");
  await expect(logOf(page)).toContainText("The first");
  await expect(logOf(page)).toHaveAttribute("aria-live", "off");
  rest.open();
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard))
    .toEqual(["Brainstem is answering.", "Answer finished. The first and second word."]);
  await upstream.close();
});
