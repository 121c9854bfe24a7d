/**
 * What the log may hold of a failure in a turn: its kind and where it came from. Its message stays out, since parsers
 * and servers quote in it what a person or the model has said.
 */
export function withoutWords(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack = "", kind, code } = error as Error & { kind?: unknown; code?: unknown };
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return { name, kind, code, at: frames.slice(0, 6).map((line) => line.trim()) };
}
