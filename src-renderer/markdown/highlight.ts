import { createContext } from "react";
import type { Highlight } from "./grammars";

/** Resolves to what colours code; the same promise each time, so that it is loaded once. */
export type LoadHighlight = () => Promise<Highlight>;

/** Made once for the window: the grammars are loaded with the first block of code. */
export function createHighlight(): LoadHighlight {
  let loading: Promise<Highlight> | undefined;
  return () => {
    loading ??= import("./grammars").then(({ createGrammars }) => createGrammars());
    return loading;
  };
}

export const HighlightContext = createContext<LoadHighlight>(() => {
  throw new Error("code is coloured only inside of HighlightContext");
});
