import type { MathSpan } from "./math-spans";

const lineStart = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;

/**
 * Writes formulas the way the Markdown parser reads them, whatever their marks were: `$$…$$` among words, and a fence
 * of `$$` lines for one that has its line to itself.
 */
export function writeMath(text: string, spans: readonly MathSpan[]): string {
  let written = "";
  let from = 0;
  for (const span of spans) {
    written += text.slice(from, span.start);
    from = span.end;
    const before = text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start);
    const rest = /^[ \t]*([.,;:]?)[ \t]*(?=\n|$)/.exec(text.slice(span.end, span.end + 20));
    if (span.display && rest && lineStart.test(before)) {
      from += rest[0].length;
      written += fenced(before, span.tex.trimEnd() + (rest[1] ?? ""));
    } else written += inline(before, span);
  }
  return written + text.slice(from);
}

/** Lines below the first keep what quotes or indents them; a list's mark counts as blanks. */
function fenced(before: string, tex: string): string {
  const indent = before.replace(/[^>\s]/g, " ");
  const quoted = before.includes(">");
  const lines = tex
    .split("\n")
    .map((line) => (quoted ? line.replace(/^[ \t>]+/, "") : line).trim())
    .filter((line) => line !== "");
  return ["$$", ...[...lines, "$$"].map((line) => indent + line)].join("\n");
}

function inline(before: string, { tex, display }: MathSpan): string {
  const line = tex.replace(/\s*\n[\s>]*/g, " ").trim();
  // A bar would end the cell of a table.
  const safe = /^[ \t>]*\|/.test(before) ? line.replace(/(?<!\\)\|/g, "\\vert ") : line;
  return `$$${display ? "\\displaystyle " : ""}${safe}$$`;
}
