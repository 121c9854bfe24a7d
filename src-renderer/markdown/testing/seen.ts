/** What stands on the page, letter by letter, each with the kinds of what it stands in: `["h2", "T"]`, `["ul li strong", "b"]`. */
export type Seen = readonly (readonly [kinds: string, what: string])[];

const kinds = /^(?:h[1-6]|ul|ol|li|blockquote|table|th|td|pre|code|strong|em|del|sup)$/;
const things = /^(?:hr|br|input)$/;
/** What surrounds a text without being of it: the head of a code block, the drawing of a formula. */
const around = /<div class="flex h-9.*?<\/div>|<p aria-hidden="true" class="math-coming.*?<\/p>/gs;
const formula = /<span class="katex">.*?<\/span><\/span><\/span>(?=[^<]|<(?!\/span)|<\/span><\/p>|$)/gs;

/** Reads a page's markup. A link is its words: that they take its colour once its address is whole does not count. */
export function see(markup: string): Seen {
  const seen: [string, string][] = [];
  const path: string[] = [];
  for (const [, tag, text] of markup
    .replace(around, "")
    .replace(formula, "∑")
    .matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (tag !== undefined) {
      const name = /^\/?(\w+)/.exec(tag)?.[1] ?? "";
      if (things.test(name)) seen.push([path.join(" "), `<${name}>`]);
      else if (!kinds.test(name)) continue;
      else if (tag.startsWith("/")) path.pop();
      else path.push(name + (/ start="\d+"/.exec(tag)?.[0] ?? ""));
    } else for (const letter of plain(text ?? "").replace(/\s/g, "")) seen.push([path.join(" "), letter]);
  }
  return seen;
}

const names: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const plain = (text: string) =>
  text.replace(/&(?:#x(\w+)|#(\d+)|(\w+));/g, (_, hex, number, name) =>
    name ? (names[name] ?? "?") : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number)),
  );

/** The first thing that was seen and is no longer, or not as what it was; undefined where all of it stayed. */
export function takenBack(before: Seen, after: Seen): string | undefined {
  const at = before.findIndex(([kind, what], index) => after[index]?.[0] !== kind || after[index]?.[1] !== what);
  if (at === -1) return undefined;
  const [was, is] = [before, after].map((seen) => {
    const [kind, what] = seen[at] ?? ["", "nothing"];
    return `${what}${kind && ` in ${kind}`}`;
  });
  return `${was} became ${is}`;
}
