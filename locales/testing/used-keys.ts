/** Where texts are asked for: a file's code, by its path. */
export type Sources = ReadonlyMap<string, string>;

/** A key that is put together, such as `activity.state.${state}`, and the code it stands in. */
interface Composed {
  pattern: RegExp;
  code: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Tells whether the code asks for a key, literally or by putting it together. */
export function createUsage(sources: Sources, topics: string[]): (key: string) => boolean {
  const all = [...sources.values()].join("\n");
  const composed = [...sources.values()].flatMap((code) => composedIn(code, topics));
  const isLiteral = (text: string) => all.includes(`"${text}"`);
  return (key) =>
    isLiteral(key) ||
    composed.some(({ pattern, code }) => {
      const parts = pattern.exec(key)?.slice(1);
      // The part that varies must be a word of the code: `settings.${name}` alone asks for nothing.
      return parts?.every((part) => isLiteral(part) || new RegExp(`\\b${escaped(part)}\\b`).test(code) || reads(code));
    });
}

/** The code takes its keys from the English texts themselves. */
const reads = (code: string) => /from "(\.\.\/)+locales\/en\//.test(code);

function composedIn(code: string, topics: string[]): Composed[] {
  return [...code.matchAll(/`([^`]*\$\{[^`]*)`/g)].flatMap(([, template = ""]) => {
    if (!topics.some((topic) => template.startsWith(`${topic}.`))) return [];
    const fixed = template.split(/\$\{[^}]*\}/).map(escaped);
    return [{ pattern: new RegExp(`^${fixed.join("([^.]+)")}$`), code }];
  });
}

/** The keys that `t` is asked for literally. */
export function askedKeys(code: string): string[] {
  return [...code.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key = ""]) => key);
}
