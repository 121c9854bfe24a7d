const longest = 2000;

/** A text for the record of what happened: at most 2,000 characters. */
export const cutText = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** A tool's input for the record, its texts cut and nothing nested deeper than a few levels. */
export function cutInput(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, cut(value, 3)]));
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cutText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => cut(each, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each, depth - 1)]));
}
