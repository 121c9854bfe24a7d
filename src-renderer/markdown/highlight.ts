import { common, createLowlight } from "lowlight";
import { createContext } from "react";

type Tree = ReturnType<ReturnType<typeof createLowlight>["highlight"]>;

/** Colours code of a known language; undefined: it stays plain. */
export type Highlight = (code: string, language: string) => Tree | undefined;

const longest = 40_000;

/** Made once for the window: its grammars are compiled at their first use. */
export function createHighlight(): Highlight {
  const lowlight = createLowlight(common);
  return (code, language) => {
    if (code.length > longest || !lowlight.registered(language)) return undefined;
    return lowlight.highlight(language, code);
  };
}

export const HighlightContext = createContext<Highlight>(() => undefined);
