/** A mark of Markdown with nothing behind it yet: what it will be is not known. */
const bareMark =
  /^[ \t>]*(?:[-*+]|\d{1,9}[.)]?|#{1,6}|`{1,2}|~{1,2}|[`~]{3,}[^`\n]*|\*{2,3}|_{1,3}|\|?[ \t]*:?-+:?)[ \t]*$/;
/** Marks at the end that open or close something with the next words; a link's text may get its address. */
const inlineMark = /(?:[*_~`]+|!?\[|(?<=\[[^[\]\n]*)\])$/;
const tableLine = /^[ \t>]*\|/;
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const cells = (row: string) =>
  row
    .replace(/\\\|/g, "")
    .replace(/^[ \t>]*\|?|\|?[ \t]*$/g, "")
    .split("|").length;

/**
 * How far a growing text can be shown so that nothing of it changes its kind with the next word: without the head of a
 * table whose second line is not whole, a fence's first line, or marks that have nothing behind them yet.
 */
export function settledLength(text: string, openFence: string | undefined): number {
  const lastLine = text.lastIndexOf("\n") + 1;
  const last = text.slice(lastLine);
  if (openFence !== undefined) {
    // Its closing line is coming, or its first line, which names the language.
    const closing = new RegExp(`^[ \\t>]*\\${openFence[0]}+[ \\t]*$`).test(last);
    return closing ||
      (bareMark.test(last) && new RegExp(`^[ \\t>]*(?:[-*+]|\\d+[.)])?[ \\t]*\\${openFence}`).test(last))
      ? lastLine
      : text.length;
  }
  const table = headOfTable(text);
  if (table !== undefined) return table;
  if (bareMark.test(last)) return lastLine;
  return text.length - (inlineMark.exec(last)?.[0].length ?? 0);
}

/** Where a table begins that is not known to be one yet: its first line, without or with a part of its second. */
function headOfTable(text: string): number | undefined {
  const lastLine = text.lastIndexOf("\n") + 1;
  const last = text.slice(lastLine);
  const lineBefore = text.lastIndexOf("\n", lastLine - 2) + 1;
  const before = lastLine === 0 ? "" : text.slice(lineBefore, lastLine - 1);
  if (!tableLine.test(before)) return tableLine.test(last) ? lastLine : undefined;
  const lineAbove = lineBefore === 0 ? "" : text.slice(text.lastIndexOf("\n", lineBefore - 2) + 1, lineBefore - 1);
  if (tableLine.test(lineAbove)) return undefined;
  const whole = delimiterRow.test(last) && cells(last) === cells(before);
  const coming = last === "" || /^[ \t>]*[|:\- \t]*$/.test(last);
  return coming && !whole ? lineBefore : undefined;
}
