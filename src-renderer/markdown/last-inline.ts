const quoteOrBlank = /^[ \t>]*$/;
const fenceLine = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:`{3,}|~{3,})/;
const ownBlock = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]|#{1,6}[ \t])/;
const listMark = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const indented = /^(?: {4}|\t)/;
const htmlBlock =
  /^ {0,3}<(?:!--|[?!]|\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)(?:[\s/>]|$))/i;
/** The second line of a table; that there is a bar in it, or in the line above, is asked elsewhere. */
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const bar = /(?<!\\)\|/;

/** The lines of a growing text behind its last blank one, and what is known of them. */
export interface LastBlock {
  /** Where the words of its last line's paragraph, list item or cell begin. */
  inline: number;
  /** Marks mean nothing in it: code by its indent, or HTML. */
  literal: boolean;
  /** Where a table's line may begin, or its first bar among words, as long as its second line is not whole. */
  tableHead: number | undefined;
}

/** Reads back from the end of `text` as far as needed and no further. @param text with no fence open at its end. */
export function lastBlock(text: string): LastBlock {
  const starts = linesOf(text);
  const lines = starts.map((start, index) => text.slice(start, (starts[index + 1] ?? text.length + 1) - 1));
  const last = lines.length - 1;
  let inline = starts[0] as number;
  let literal = indented.test(lines[0] as string) && !isInList(text, inline);
  let inTable = false;
  let tableHead: number | undefined;
  lines.forEach((line, index) => {
    const start = starts[index] as number;
    const above = lines[index - 1];
    if (htmlBlock.test(line)) literal = true;
    if (fenceLine.test(line)) inline = start + line.length;
    else if (ownBlock.test(line) || (above && /^[ \t>]*#{1,6}[ \t]/.test(above))) inline = start;
    if (inTable) inTable = bar.test(line) || index === last;
    else if (above !== undefined && mayHeadTable(above)) {
      if (delimiterRow.test(line) && cells(line) === cells(above)) inTable = true;
      else if (index === last && /^[ \t>]*[|:\- \t]*$/.test(line))
        tableHead = headOf(starts[index - 1] as number, above);
    }
    if (index === last && !inTable && tableHead === undefined && mayHeadTable(line)) tableHead = headOf(start, line);
  });
  if (inTable) inline = Math.max(inline, starts[last] as number, lastCell(text, starts[last] as number));
  return { inline, literal, tableHead: literal ? undefined : tableHead };
}

/** A line without a bar at its front may be words as well: these wait no longer than a table's head is long. */
const longestHead = 120;
const mayHeadTable = (line: string) => /^[ \t>]*\|/.test(line) || (line.length < longestHead && bar.test(line));

/** What stands before a bar among words was read already. */
const headOf = (start: number, line: string) => start + (/^[ \t>]*\|/.test(line) ? 0 : line.search(bar));

const cells = (row: string) =>
  row
    .replace(/\\\|/g, "")
    .replace(/^[ \t>]*\|?|\|?[ \t]*$/g, "")
    .split("|").length;

function lastCell(text: string, from: number): number {
  let at = text.lastIndexOf("|");
  while (at > from && text[at - 1] === "\\") at = text.lastIndexOf("|", at - 1);
  return at + 1;
}

/** Where the lines begin that stand together at the end; a blank last line stands with those above it. */
function linesOf(text: string): number[] {
  const starts: number[] = [];
  for (let end = text.length; end >= 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    if (starts.length > 0 && quoteOrBlank.test(text.slice(start, end)) && (starts.length > 1 || end < text.length))
      break;
    starts.unshift(start);
    if (start === 0) break;
    end = start - 1;
  }
  return starts;
}

/** Whether an indented line at `at` belongs to a list above it. */
function isInList(text: string, at: number): boolean {
  for (let end = at - 1; end > 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end);
    if (listMark.test(line)) return true;
    if (line.trim() !== "" && !/^[ \t]/.test(line)) return false;
    end = start - 1;
  }
  return false;
}
