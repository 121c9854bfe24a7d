import { common, createLowlight } from "lowlight";

type Tree = ReturnType<ReturnType<typeof createLowlight>["highlight"]>;

/** Colours code of a known language; undefined: it stays plain. */
export type Highlight = (code: string, language: string) => Tree | undefined;

/** Characters; more would hold up typing and scrolling. */
const longest = 20_000;

/** Each grammar is compiled at its first use. */
export function createGrammars(): Highlight {
  const lowlight = createLowlight(common);
  return (code, language) => {
    if (code.length > longest || !lowlight.registered(language)) return undefined;
    return lowlight.highlight(language, code);
  };
}
