import { expect, test, vi } from "vitest";
import { createRender } from "./testing/render";
import { structured } from "./testing/structured";

vi.mock("react-i18next", () => ({ useTranslation: () => ({ t: (key: string) => key }) }));

const html = createRender();

/** What the eye sees, a line a block, formulas and tags left out. */
const seen = (markup: string) =>
  markup
    .replace(/<span class="katex">.*?<\/span><\/span><\/span>(?=[^<]|<\/(?!span))/gs, "")
    .replace(/<(?:\/(?:p|li|h2|td|th|pre|tr)|br\/?)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&[a-z]+;|&#x?\w+;/g, "'");

test("whatever a text has grown to, no mark is seen that means something else with the next letter", () => {
  const marks = /\*|`|\||\]|\[|\\|\$\$|#|^[-\d]+\.?$|katex-error/m;
  for (let length = 1; length <= structured.length; length++) {
    const text = seen(html(structured.slice(0, length), true));
    expect
      .soft(marks.test(text) ? text : "", `after ${JSON.stringify(structured.slice(0, length).slice(-20))}`)
      .toBe("");
  }
});

test("a grown text is the same as one that was always whole", () => {
  expect(html(structured, true)).toBe(html(structured, false));
});

test("HTML and remote pictures stay words, and a formula that cannot be drawn is shown as it was written", () => {
  const markup = html('<img src="https://a.b/c.png"> ![d](https://a.b/d.png) $\\frac{1$', false);
  expect(markup).not.toContain("<img");
  expect(markup).toContain("&lt;img");
  expect(markup).toContain('class="katex-error"');
  expect(markup).toContain("\\frac{1");
});
