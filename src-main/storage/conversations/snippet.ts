import type { SearchHit } from "../../../src-shared/conversation";

const BEFORE = 24;
const AFTER = 90;

/** A match with some of what stands around it, on one line, cut between words; `…` where the text goes on. */
export function snippetOf(text: string, index: number, length: number): SearchHit["snippet"] {
  const from = Math.max(0, index - BEFORE);
  const to = Math.min(text.length, index + length + AFTER);
  const before = oneLine(text.slice(from, index));
  const after = oneLine(text.slice(index + length, to));
  return {
    before: from > 0 ? `…${before.replace(/^\S* /, "")}` : before.trimStart(),
    match: oneLine(text.slice(index, index + length)),
    after: to < text.length ? `${after.replace(/ \S*$/, "")}…` : after.trimEnd(),
  };
}

/** Without line breaks, and without halves of characters at its ends. */
function oneLine(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "").replace(/\s+/g, " ");
}
