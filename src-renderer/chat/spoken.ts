/** A Markdown text as it is read out: without marks, code and formulas by the word for them, at most `longest` characters. */
export function spoken(text: string, words: { code: string; formula: string }, longest: number): string {
  const plain = text
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, `${words.code}.`)
    .replace(/\$\$[\s\S]+?\$\$|\\\[[\s\S]+?\\\]|\\\([\s\S]+?\\\)/g, words.formula)
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/^[ \t]*\|?[ \t:|-]+\|[ \t:|-]*$/gm, "")
    .replace(/[ \t]*\|[ \t]*/g, ", ")
    .replace(/[`*_#>~]/g, "")
    .replace(/(?:^[ \t]*, )|(?:,[ \t]*$)/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim();
  if (plain.length <= longest) return plain;
  return `${plain.slice(0, plain.lastIndexOf(" ", longest))}…`;
}
