/**
 * A text file as the model reads it: its name, then its text to the letter in a fence that nothing in it can close.
 */
export function fileText(name: string, text: string): string {
  const longest = [...text.matchAll(/`{3,}/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  const ending = /\.([A-Za-z0-9+#-]{1,12})$/.exec(name)?.[1] ?? "";
  const shown = name.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim() || "untitled";
  return `File “${shown}”:\n\n${fence}${ending.toLowerCase()}\n${text}${text.endsWith("\n") ? "" : "\n"}${fence}`;
}
