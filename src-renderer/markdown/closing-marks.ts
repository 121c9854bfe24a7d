/** What has to stand behind a growing text so that its open marks are read as what they will be. */
export interface Closing {
  marks: string;
  /** From here on it is not known what it will be: a link or words in brackets, a tag or an address. */
  waits: number | undefined;
}

interface Open {
  mark: string;
  length: number;
  both: boolean;
}

/** The marks within an address are its own, those at its end are not. */
const address = /(?:https?:\/\/|www\.)[^\s<]*[^\s<?!.,:*_~"')\]]/iy;
const longestWait = 300;
/** Nobody sees an address, and some hold a signature. */
const longestAddress = 10_000;
const space = /^[\s\u00a0]?$/;
const punctuation = /[\p{P}\p{S}]/u;

/** @param text the words of one paragraph, item or cell, as far as they are known, with no marks at its end. */
export function closingMarks(text: string): Closing {
  const open: Open[] = [];
  const close = (marks = "", waits?: number): Closing => ({
    marks: marks + open.reduce((all, { mark, length }) => mark.repeat(length) + all, ""),
    waits,
  });
  for (let at = 0; at < text.length; ) {
    const letter = text[at] as string;
    address.lastIndex = at;
    const whole = (letter === "h" || letter === "w") && address.exec(text);
    if (whole) at += whole[0].length;
    else if (letter === "\\") at += 2;
    else if (letter === "`") {
      const run = runOf(text, at);
      const end = endOfCode(text, at + run, run);
      if (end === undefined)
        return text.slice(at + run).trim()
          ? close(`${text.endsWith("`") ? " " : ""}${"`".repeat(run)}`)
          : close("", at);
      at = end;
    } else if (letter === "[") {
      const end = endOfBrackets(text, at);
      const start = text[at - 1] === "!" ? at - 1 : at;
      if (typeof end === "number") at = end;
      // Its words are known, its address is coming.
      else if (end.address !== undefined && text.length - end.address < longestAddress)
        return close("(-)", end.address);
      else if (end.address === undefined && text.length - start < longestWait) return close("", start);
      else at += 1;
    } else if (letter === "<" && /[a-z/!?]/i.test(text[at + 1] ?? "a")) {
      const tag = /^<[^<>\n]*>/.exec(text.slice(at, at + longestWait));
      if (!tag && text.length - at < longestWait && !/[\s<]/.test(text.slice(at + 1))) return close("", at);
      at += tag?.[0].length ?? 1;
    } else if (letter === "*" || letter === "_" || letter === "~") {
      const run = runOf(text, at);
      if (letter !== "~" || run === 2) pair(open, text, at, run);
      at += run;
    } else at += 1;
  }
  return close();
}

function runOf(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end += 1;
  return end - at;
}

function endOfCode(text: string, from: number, run: number): number | undefined {
  for (let at = text.indexOf("`", from); at !== -1; at = text.indexOf("`", at)) {
    const closing = runOf(text, at);
    at += closing;
    if (closing === run) return at;
  }
  return undefined;
}

/** Behind words in brackets and what belongs to them; `address`: where its address begins, which has no end yet. */
function endOfBrackets(text: string, start: number): number | { address?: number } {
  const end = closingOf(text, start, "[", "]");
  if (end === undefined || end === text.length) return {};
  if (text[end] === "(") {
    const behind = closingOf(text, end, "(", ")");
    return behind ?? (text.slice(end).includes("\n") ? end : { address: end });
  }
  if (text[end] === "[") return closingOf(text, end, "[", "]") ?? {};
  const defines = text[end] === ":" && text[start + 1] !== "^" && /(?:^|\n)[ \t>]*$/.test(text.slice(0, start));
  return defines && !text.includes("\n", end) ? {} : end;
}

function closingOf(text: string, start: number, opens: string, closes: string): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === opens) depth += 1;
    else if (text[at] === closes && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Emphasis as CommonMark pairs its marks. */
function pair(open: Open[], text: string, at: number, run: number): void {
  const mark = text[at] as string;
  const [before, after] = [text[at - 1] ?? "", text[at + run] ?? ""];
  const left = !space.test(after) && (!punctuation.test(after) || space.test(before) || punctuation.test(before));
  const right = !space.test(before) && (!punctuation.test(before) || space.test(after) || punctuation.test(after));
  const word = mark === "_";
  const opens = left && (!word || !right || punctuation.test(before));
  const closes = right && (!word || !left || punctuation.test(after));
  let rest = run;
  for (let index = open.length - 1; closes && rest > 0 && index >= 0; index--) {
    const one = open[index] as Open;
    const odd =
      (one.both || (opens && closes)) && (one.length + rest) % 3 === 0 && (one.length % 3 !== 0 || rest % 3 !== 0);
    if (one.mark !== mark || (mark !== "~" && odd)) continue;
    const used = Math.min(one.length, rest, 2);
    rest -= used;
    one.length -= used;
    open.length = one.length > 0 ? index + 1 : index;
    if (one.length > 0 && rest > 0) index += 1;
  }
  if (opens && rest > 0) open.push({ mark, length: rest, both: opens && closes });
}
