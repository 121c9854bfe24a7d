/** A formula in a text: where it stands with its marks, and what is between them. */
export interface MathSpan {
  start: number;
  end: number;
  tex: string;
  /** Set off from the words, not among them. */
  display: boolean;
}

export interface Scanned {
  spans: MathSpan[];
  /** Where a formula begins that has no end yet, at the end of the text. */
  pending: { at: number; display: boolean } | undefined;
  /** The marks of a fence of code that is still open at the end of the text. */
  openFence: string | undefined;
}

const longestInline = 1000;
const longestDisplay = 20_000;
const fence = /[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/y;
const blankLine = /\n[ \t>]*\n/;

/**
 * Finds formulas in Markdown: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, none of them in code. A dollar is a formula's only
 * where nothing else fits: "$5 and $10" and "$HOME/$USER" are words. While the text grows, code that has no end yet
 * counts as code.
 */
export function scanMath(text: string, growing: boolean): Scanned {
  const scanned: Scanned = { spans: [], pending: undefined, openFence: undefined };
  let at = 0;
  const take = (found: Found) => {
    if (found === undefined) return false;
    if (typeof found === "object") {
      scanned.spans.push(found);
      at = found.end;
      return true;
    }
    if (!growing) return false;
    scanned.pending = { at, display: found === "display" };
    at = text.length;
    return true;
  };
  while (at < text.length) {
    if (at === 0 || text[at - 1] === "\n") {
      fence.lastIndex = at;
      const marks = fence.exec(text)?.[1];
      if (marks) {
        at = endOfFence(text, fence.lastIndex, marks);
        if (at === text.length) scanned.openFence = isClosed(text, marks) ? undefined : marks;
        continue;
      }
    }
    const character = text[at];
    if (character === "`") at = endOfCode(text, at, growing);
    else if (character === "\\") {
      if (!take(bracketed(text, at))) at += 2;
    } else if (character === "$") {
      if (!take(dollars(text, at))) at += runLength(text, at, "$");
    } else at += 1;
  }
  return scanned;
}

/** A formula, how one begins that has no end yet, or undefined for what is none. */
type Found = MathSpan | "inline" | "display" | undefined;

function bracketed(text: string, start: number): Found {
  const display = text[start + 1] === "[";
  if (!display && text[start + 1] !== "(") return start + 1 === text.length ? "inline" : undefined;
  const end = text.indexOf(display ? "\\]" : "\\)", start + 2);
  return between(text, start, 2, end, display);
}

function dollars(text: string, start: number): Found {
  const run = runLength(text, start, "$");
  if (run > 2) return undefined;
  if (run === 2) return between(text, start, 2, unescaped(text, "$$", start + 2), true);
  if (isWord(text[start - 1])) return undefined;
  for (let end = unescaped(text, "$", start + 1); end !== -1; end = unescaped(text, "$", end + 1)) {
    const tex = text.slice(start + 1, end);
    if (tex.length > longestInline || blankLine.test(tex)) return undefined;
    if (isInline(tex, text[end + 1])) return { start, end: end + 1, tex, display: false };
    if (!/[\\^_{]/.test(tex)) return undefined;
  }
  return mayBecomeInline(text.slice(start + 1)) ? "inline" : undefined;
}

function between(text: string, start: number, marks: number, end: number, display: boolean): Found {
  const tex = text.slice(start + marks, end === -1 ? undefined : end);
  const own = display && /^[ \t]*\n/.test(tex);
  if (tex.length > (display ? longestDisplay : longestInline) || (!own && blankLine.test(tex))) return undefined;
  if (end === -1) return display ? "display" : "inline";
  return tex.trim() === "" ? undefined : { start, end: end + 2, tex, display };
}

/** Pandoc's rule, and prose that only stands between two prices is none. */
function isInline(tex: string, after: string | undefined): boolean {
  if (tex === "" || /^\s|[\s\\]$/.test(tex) || isWord(after)) return false;
  return /[\\^_{}=+*<>|]/.test(tex) || !/\p{L}{2,}[ ,/]|\s\p{L}{2,}/u.test(tex);
}

function mayBecomeInline(tex: string): boolean {
  if (tex.length > longestInline || tex.includes("\n") || /^[\s\d]/.test(tex)) return false;
  return /[\\^_{]/.test(tex) || !/\s|.{12}/.test(tex);
}

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function runLength(text: string, start: number, character: string): number {
  let end = start;
  while (text[end] === character) end += 1;
  return end - start;
}

function unescaped(text: string, wanted: string, from: number): number {
  let at = text.indexOf(wanted, from);
  while (at !== -1 && text[at - 1] === "\\" && text[at - 2] !== "\\") at = text.indexOf(wanted, at + 1);
  return at;
}

/** Behind a span of code, or behind marks that begin none. */
function endOfCode(text: string, start: number, growing: boolean): number {
  const run = runLength(text, start, "`");
  const paragraph = blankLine.exec(text.slice(start));
  const limit = paragraph ? start + paragraph.index : text.length;
  for (let at = start + run; at < limit; ) {
    const next = text.indexOf("`", at);
    if (next === -1 || next >= limit) break;
    const closing = runLength(text, next, "`");
    if (closing === run) return next + run;
    at = next + closing;
  }
  return growing && !paragraph ? text.length : start + run;
}

const closes = (marks: string) => new RegExp(`^[ \\t>]*\\${marks[0]}{${marks.length},}[ \\t]*$`, "m");

/** The beginning of the line behind a fence's last, or the end of the text. */
function endOfFence(text: string, from: number, marks: string): number {
  const body = text.indexOf("\n", from);
  if (body === -1) return text.length;
  const found = closes(marks).exec(text.slice(body + 1));
  const end = found ? text.indexOf("\n", body + 1 + found.index) : -1;
  return end === -1 ? text.length : end + 1;
}

const isClosed = (text: string, marks: string) => closes(marks).test(text.slice(text.lastIndexOf("\n") + 1));
