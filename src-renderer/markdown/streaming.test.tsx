import { expect, test, vi } from "vitest";
import { constructs, unknowable } from "./testing/constructs";
import { createRender } from "./testing/render";
import { type Seen, see, takenBack } from "./testing/seen";

vi.mock("react-i18next", () => ({ useTranslation: () => ({ t: (key: string) => key }) }));

const render = createRender();
const show = (text: string, growing: boolean): Seen => see(render(text, growing));

/** Lets `text` come letter by letter, then end; what was taken back on the way, each with the letters before it. */
function stream(text: string): string[] {
  const changes: string[] = [];
  let before: Seen = [];
  for (let length = 1; length <= text.length + 1; length++) {
    const now = show(text.slice(0, length), length <= text.length);
    const change = takenBack(before, now);
    if (change) changes.push(`${JSON.stringify(text.slice(Math.max(0, length - 25), length))}: ${change}`);
    before = now;
  }
  return changes;
}

test.each(Object.entries(constructs))("%s are never taken back while they come", (_, text) => {
  expect(stream(text)).toEqual([]);
});

test.each(unknowable)("what %j will be is not known before, and changes once", (text, becomes) => {
  const changes = stream(text);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toContain(becomes);
});

test.each([11, 23, 37, 59])("nor is any of what they make together (seed %i)", (seed) => {
  expect(stream(mixed(seed, 160))).toEqual([]);
});

/** Paragraphs of the constructs in an order of their own, some of them in quotes or lists. */
function mixed(seed: number, length: number): string {
  let state = seed;
  const pick = <T,>(from: readonly T[]): T => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return from[(state >> 8) % from.length] as T;
  };
  const paragraphs = Object.entries(constructs)
    .filter(([name]) => name !== "notes")
    .flatMap(([, text]) => text.split("\n\n").filter((each) => !/^ {4}|`{3}|~{3}|\$\$|<\/?details/.test(each)));
  let text = "";
  while (text.length < length) {
    const [first, rest] = pick([
      ["", ""],
      ["", ""],
      ["> ", "> "],
      ["- ", "  "],
      ["1. ", "   "],
    ] as const);
    text += `${first}${pick(paragraphs).trim().replace(/\n/g, `\n${rest}`)}\n\n`;
  }
  return text;
}
