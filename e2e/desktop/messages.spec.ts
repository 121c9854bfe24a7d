import { expect, type Page } from "@playwright/test";
import type { Step } from "../../src-main/demo/messages-api";
import { expectAccessible } from "./accessible";
import { fieldOf, logOf, openChat, say } from "./chat";
import { test } from "./desktop";

const pieces = (text: string, size = 3): Step[] =>
  (text.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? []).flatMap((piece) => [{ text: piece }, { wait: 20 }]);

/** A promise and what resolves it. */
function gate(): { opened: Promise<unknown>; open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const formulas = `Euler found \\(e^{i\\pi} + 1 = 0\\) and $a^2$; it costs $5 and $10.

\\[
\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}
\\]

1. In a list:
   $$\\sum_{n=1}^{N} n$$

Broken: $\\frac{1$ stays.`;

test("formulas are drawn with the app's own fonts and told as MathML; prices stay words", async ({ desktop }) => {
  const { page, upstream, complaints } = await openChat(desktop, () => ({ steps: pieces(formulas) }));
  await say(page, "Show me formulas");
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  const log = logOf(page);
  await expect(log.locator("math")).toHaveCount(4);
  await expect(log.locator("math[display=block]")).toHaveCount(2);
  await expect(log.locator("math annotation").first()).toHaveText("e^{i\\pi} + 1 = 0");
  await expect(log.getByRole("group", { name: "Formula" })).toHaveCount(2);
  await expect(log).toContainText("it costs $5 and $10.");
  await expect(log.locator("li math[display=block]")).toHaveCount(1);
  await expect(log).toContainText("Broken: \\frac{1 stays.");

  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    const faces = [...document.fonts].map((face) => `${face.family} ${face.status}`);
    return faces.filter((face) => face.startsWith("KaTeX") && !face.endsWith("unloaded"));
  });
  expect(fonts).toContain("KaTeX_Math loaded");
  expect(fonts.filter((face) => !face.endsWith(" loaded"))).toEqual([]);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await upstream.close();
});

interface Watched {
  /** What the answer read like, after each change. */
  shown: string[];
  /** Blocks that were put in and taken out again. */
  removed: string[];
  /** Changes in blocks that others already followed. */
  late: string[];
}
type Watching = { watched: Watched };

/** Watches the one answer in the log as it grows. */
async function watchAnswer(page: Page): Promise<() => Promise<Watched>> {
  await page.evaluate(() => {
    const watched: Watched = { shown: [], removed: [], late: [] };
    (globalThis as unknown as Watching).watched = watched;
    new MutationObserver((records) => {
      const answer = document.querySelector<HTMLElement>("[role=log] .markdown");
      if (!answer) return;
      const blocks = [...answer.querySelectorAll(":scope > * > *")];
      for (const { target, removedNodes } of records) {
        for (const node of removedNodes)
          if (node instanceof Element && node.matches("p:not(.math-coming), table, pre, li, h2, hr, .katex"))
            watched.removed.push(`${node.tagName} ${node.textContent}`);
        const index = blocks.findIndex((block) => block.contains(target));
        if (index !== -1 && index < blocks.length - 2) watched.late.push(blocks[index]?.textContent ?? "");
      }
      const words = answer.cloneNode(true) as HTMLElement;
      for (const formula of words.querySelectorAll(".katex")) formula.replaceWith("(formula)");
      for (const block of words.querySelectorAll("p, li, h2, td, th, pre")) block.append("\n");
      if (words.textContent !== watched.shown.at(-1)) watched.shown.push(words.textContent ?? "");
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as Watching).watched);
}

const structured = `## A plan

Some **bold words** and a [link](https://example.com/a).

| Step | Time |
| --- | --- |
| one | $5 |
| two | about 2 s |

\`\`\`python
print("hello")
\`\`\`

- first
- second with \\(x_1 + x_2\\)

$$
\\frac{a}{b}
$$

1. one
2. two

Done.`;

test("nothing flickers while it streams: no mark is shown that goes again, no finished block is made anew", async ({
  desktop,
}) => {
  const { page, upstream } = await openChat(desktop, ({ messages }) => ({
    steps: JSON.stringify(messages).includes("Structure") ? pieces(structured, 1) : [{ text: "\\(x\\)" }],
  }));
  // The first formula fetches what draws them.
  await say(page, "Hello");
  await expect(logOf(page).locator("math")).toHaveCount(1);
  await page.getByRole("button", { name: "New chat" }).click();
  const watched = await watchAnswer(page);
  await say(page, "Structure");
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  await expect(logOf(page)).toContainText("Done.");
  const { shown, removed, late } = await watched();
  expect(shown.length).toBeGreaterThan(30);
  const marks = /\*\*|`|\||\]\(|\\|\$\$|#|^-\s*$|^\d+\.?$/m;
  expect(shown.filter((text) => marks.test(text))).toEqual([]);
  expect(removed).toEqual([]);
  expect(late).toEqual([]);
  await upstream.close();
});

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

test("Escape stops from anywhere in the chat, but belongs first to what is open and to the input method", async ({
  desktop,
}) => {
  const { page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "Words " }, { hang: true }] }));
  const log = logOf(page);
  const stop = page.getByRole("button", { name: "Stop" });
  await say(page, "Talk");
  await expect(log).toContainText("Words");

  await page.getByRole("button", { name: /^Model: / }).click();
  await expect(page.getByRole("dialog", { name: "This conversation" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "This conversation" })).toBeHidden();
  await page.getByRole("button", { name: /^Actions for/ }).press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await fieldOf(page).evaluate((field) => {
    const press = { key: "Escape", bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent("keydown", { ...press, isComposing: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { ...press, keyCode: 229 } as KeyboardEventInit));
  });
  await expect(stop).toBeVisible();
  expect(upstream.requests.at(-1)?.abortedAt).toBeUndefined();

  await page.getByRole("button", { name: "Add pictures or files" }).hover();
  await expect(page.getByRole("tooltip")).toBeAttached();
  await log.focus();
  await page.keyboard.press("Escape");
  await expect(log).toContainText("Stopped");
  await upstream.requests.at(-1)?.aborted;
  await upstream.close();
});

test("Enter while an input method composes sends nothing", async ({ desktop }) => {
  const { page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "Yes." }] }));
  await fieldOf(page).fill("にほん");
  await fieldOf(page).evaluate((field) => {
    const press = { key: "Enter", bubbles: true, cancelable: true, isComposing: true };
    field.dispatchEvent(new KeyboardEvent("keydown", press));
  });
  await expect(fieldOf(page)).toHaveValue("にほん");
  await fieldOf(page).press("Enter");
  await expect(logOf(page)).toContainText("Yes.");
  expect(upstream.requests).toHaveLength(1);
  await upstream.close();
});

test("what was typed and not sent is there after a restart, in its own conversation", async ({ desktop }) => {
  const { app, page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "Yes." }] }));
  await say(page, "First");
  await expect(logOf(page)).toContainText("Yes.");
  await fieldOf(page).fill("half a thought");
  await page.getByRole("button", { name: "New chat" }).click();
  await fieldOf(page).fill("another");
  await app.electron.evaluate(({ app: running }) => running.quit()).catch(() => undefined);
  await app.exited;

  const again = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect(fieldOf(again.page)).toHaveValue("another");
  const list = again.page.getByRole("navigation", { name: "Conversations" });
  await list.getByRole("button", { name: "First", exact: true }).click();
  await expect(fieldOf(again.page)).toHaveValue("half a thought");
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
