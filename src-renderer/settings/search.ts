import { createContext, useContext } from "react";

/** What is looked for, and the words that stand around a row: those of its section match for it too. */
export interface Sought {
  words: readonly string[];
  around: string;
}

/** Outside of the settings nothing is looked for, and every row shows. */
export const SoughtContext = createContext<Sought>({ words: [], around: "" });

/** The words of what was typed, as {@link holdsAll} wants them. */
export const wordsOf = (typed: string): string[] => plain(typed).split(/\s+/).filter(Boolean);

/** Whether a text holds all words, in any order, each whole or as the beginning or middle of another. */
export function holdsAll(words: readonly string[], text: string): boolean {
  const found = plain(text);
  return words.every((word) => found.includes(word));
}

/** Whether a row with these texts is to be shown. */
export function useFound(...texts: (string | undefined)[]): boolean {
  const { words, around } = useContext(SoughtContext);
  return words.length === 0 || holdsAll(words, [around, ...texts].join(" "));
}

/** Without the marks on letters: who types "cle" finds "clé". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
