import { closingMarks } from "./closing-marks";
import { lastBlock } from "./last-inline";
import type { Scanned } from "./math-spans";

/** What a line of Markdown may begin with before its own mark: quotes, and the marks of lists. */
const lead = "(?:[ \\t>]|(?:[-*+]|\\d{1,9}[.)])[ \\t])*";
/** A mark with nothing behind it yet: what it will be is not known. */
const bareMarks = new RegExp(
  `^${lead}(?:[-*+]|\\d{1,9}[.)]?|#{1,6}|\`{1,2}|~{1,2}|[\`~]{3,}[^\`\\n]*|(?:[-*_][ \\t]*){2,}|\\|?[ \\t]*:?-+:?` +
    `|(?:[-*+]|\\d{1,9}[.)])[ \\t]+\\[[ xX]\\])?[ \\t]*$`,
);
/** Longer lines are no marks; reading them anew with each word would take its time. */
const isBareMark = (line: string) => line.length < 300 && bareMarks.test(line);
const fenceLine = /^[ \t>]*(?:`{3,}|~{3,})[^`]*$/;
/** What may belong to the next letter: a picture's mark, a name such as `&amp;`, the marks that close a heading. */
const unknown = /!$|&#?\w{0,31}$/;
const heading = /^#{1,6} /;
const headingEnd = / #+$/;

export interface Settled {
  /** How many of its letters can be shown. */
  length: number;
  /** What closes the marks that are open there. */
  closing: string;
}

/**
 * What of a growing text can be shown so that nothing of it changes its kind with the next letter, with its open marks
 * closed. The head of a table whose second line is not whole waits, a fence's first line, words in brackets, and marks
 * that have nothing behind them.
 */
export function settle(text: string, { spans, openFence }: Pick<Scanned, "spans" | "openFence">): Settled {
  if (openFence !== undefined) return { length: inFence(text, openFence), closing: "" };
  const lastLine = text.lastIndexOf("\n") + 1;
  if (fenceLine.test(text.slice(lastLine))) return { length: lastLine, closing: "" };
  let shown = text;
  for (;;) {
    const trimmed = shown.trimEnd();
    const block = lastBlock(shown);
    const end = block.tableHead ?? withoutMarks(trimmed, shown);
    if (end < trimmed.length) {
      shown = shown.slice(0, end);
      continue;
    }
    if (block.literal || trimmed.length < block.inline) return { length: trimmed.length, closing: "" };
    const { marks, waits } = closingMarks(masked(trimmed, block.inline, spans));
    if (waits === undefined) return { length: trimmed.length, closing: marks };
    shown = shown.slice(0, block.inline + waits);
    if (marks.startsWith("(-)")) return { length: shown.length, closing: marks };
  }
}

/** The closing line of a fence is coming, or its first line, which names the language. */
function inFence(text: string, fence: string): number {
  const lastLine = text.lastIndexOf("\n") + 1;
  const last = text.slice(lastLine);
  const closing = new RegExp(`^[ \\t>]*\\${fence[0]}+[ \\t]*$`).test(last);
  const opening = isBareMark(last) && new RegExp(`^${lead}\\${fence}`).test(last);
  return closing || opening ? lastLine : text.length;
}

/** How much of `trimmed` stays without the marks at its end; `shown` is the same with the blanks behind it. */
function withoutMarks(trimmed: string, shown: string): number {
  const lastLine = trimmed.lastIndexOf("\n") + 1;
  const last = trimmed.slice(lastLine);
  const isLast = !shown.includes("\n", trimmed.length);
  if (isLast && isBareMark(shown.slice(lastLine))) return lastLine;
  const run = /[*_~`]+$/.exec(last)?.[0].length ?? 0;
  const end = trimmed.length - run;
  if (run > 0) return isEscaped(trimmed, end) ? trimmed.length - (run - 1) : shown === trimmed ? end : trimmed.length;
  const lineEnds = /^(?:\n\s*)?$/.test(shown.slice(end));
  if (last.endsWith("\\") && !isEscaped(trimmed, end - 1) && lineEnds) return end - 1;
  if (shown !== trimmed) return end;
  const tail = last.slice(-40);
  const waits = unknown.exec(tail) ?? (heading.test(last) ? headingEnd.exec(tail) : null);
  return end - (waits?.[0].length ?? 0);
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

/** Formulas are no words: the marks in them are their own. */
function masked(text: string, from: number, spans: Scanned["spans"]): string {
  let words = "";
  let at = from;
  for (const { start, end } of spans) {
    if (start < at || end > text.length) continue;
    words += text.slice(at, start) + "x".repeat(end - start);
    at = end;
  }
  return words + text.slice(at);
}
