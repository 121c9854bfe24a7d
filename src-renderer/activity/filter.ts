import type { ActivityEntry } from "../../src-shared/activity";

/** Which turns are listed; empty: all. */
export interface TurnFilter {
  text: string;
  state: ActivityEntry["state"] | "";
  /** One of {@link callersOf}. */
  caller: string;
}

export const everyTurn: TurnFilter = { text: "", state: "", caller: "" };

/** What stands for the chat window among the callers. */
export const windowCaller = "window";

const callerOf = ({ callerKind, caller }: ActivityEntry) => (callerKind === "window" ? windowCaller : caller);

/** Everyone who asked, once each, as a list to choose from. */
export function callersOf(entries: ActivityEntry[]): string[] {
  return [...new Set(entries.map(callerOf))].sort();
}

/** The turns that fit; a text is looked for in what was said and in who said it to whom, word by word. */
export function filterTurns(entries: ActivityEntry[], { text, state, caller }: TurnFilter): ActivityEntry[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if ((state && entry.state !== state) || (caller && callerOf(entry) !== caller)) return false;
    if (words.length === 0) return true;
    const { promptText, replyText, model, backend, user, metadata, error } = entry;
    const all = [promptText, replyText, entry.caller, model, backend, user, metadata, error];
    const within = all.join("\n").toLocaleLowerCase();
    return words.every((word) => within.includes(word));
  });
}
