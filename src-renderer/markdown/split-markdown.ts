/** Pieces are at least this long: what is read anew with each word, and drawn at once, is not much more. */
const least = 2000;

/** What reaches over blank lines, so that the text has to stay whole: notes, link definitions, HTML, formulas. */
const reachesFar = /\[\^|^ {0,3}\[[^\]\n]+\]:|^ {0,3}<[a-z!?/]|\$\$|\\\[/im;
const fence = /^\s*(`{3,}|~{3,})/;
/** Begins a heading or a paragraph; lists, quotes and code may belong to what stands before them. */
const begins = /^(?:#{1,6} |\p{L})/u;

/**
 * Splits Markdown between blocks into pieces that mean the same apart. Cuts stay where they are while the text grows, so
 * that only the last piece has to be read anew.
 */
export function splitMarkdown(text: string): string[] {
  if (text.length < least || reachesFar.test(text)) return [text];
  const pieces: string[] = [];
  let from = 0;
  let open = "";
  let afterBlank = false;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    // The last line is not whole yet.
    if (feed === -1) break;
    const line = text.slice(start, feed);
    if (!open && afterBlank && start - from >= least && begins.test(line)) {
      pieces.push(own(text.slice(from, start)));
      from = start;
    }
    const mark = fence.exec(line)?.[1];
    if (mark && !open) open = mark;
    else if (mark?.startsWith(open) && line.trim() === mark) open = "";
    afterBlank = line.trim() === "";
    start = feed + 1;
  }
  return [...pieces, own(text.slice(from))];
}

/** The pieces of a text that grew by `added`, as {@link splitMarkdown} cuts the whole; only the last one is read. */
export function growPieces(pieces: readonly string[], added: string): string[] {
  const settled = pieces.slice(0, -1);
  const last = (pieces.at(-1) ?? "") + added;
  return reachesFar.test(last) ? [settled.join("") + last] : [...settled, ...splitMarkdown(last)];
}

/** The same words apart: a part of a long string would keep all of it in memory, for as long as it is shown. */
const own = (part: string): string => ` ${part}`.slice(1);
