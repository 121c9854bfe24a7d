import { expect, type Page } from "@playwright/test";
import type { Step } from "../../src-main/demo/messages-api";
import { structured } from "../../src-renderer/markdown/testing/structured";
import { expectAccessible } from "./accessible";
import { logOf, openChat, say } from "./chat";
import { test } from "./desktop";

const pieces = (text: string, size = 3): Step[] =>
  (text.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? []).flatMap((piece) => [{ text: piece }, { wait: 20 }]);

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
