/**
 * At most the first `max` characters, as a string of its own: a slice would keep the whole of a long text in memory.
 * A character of two units is not cut in the middle.
 */
export function ownText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return Buffer.from(text.slice(0, end), "utf16le").toString("utf16le");
}

/** The same of its end. */
export function ownEnd(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(-max);
  return Buffer.from(/^[\udc00-\udfff]/.test(cut) ? cut.slice(1) : cut, "utf16le").toString("utf16le");
}
