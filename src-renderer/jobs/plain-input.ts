/** A tool's input as the person has to see it: line by line, with what is invisible or turns text around spelt out. */
export function plainInput(input: object): { name: string; text: string }[] {
  return Object.entries(input).map(([name, value]) => ({
    name,
    text: spellOut(typeof value === "string" ? value : JSON.stringify(value, null, 2)),
  }));
}

/** Control and format characters, except line breaks and tabs, as `\u{202e}`. */
function spellOut(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}
