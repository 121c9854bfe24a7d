import type { ActivityEntry } from "../../src-shared/activity";

/** Which turns are listed; empty: all. */
export interface TurnFilter {
  text: string;
  state: ActivityEntry["state"] | "";
  /** One of {@link callersOf}. */
  caller: string;
  model: string;
  start: NonNullable<ActivityEntry["warm"]> | "";
}

export const everyTurn: TurnFilter = { text: "", state: "", caller: "", model: "", start: "" };

/** What stands for the chat window among the callers. */
export const windowCaller = "window";

const callerOf = ({ callerKind, caller }: ActivityEntry) => (callerKind === "window" ? windowCaller : caller);

/** Everyone who asked, once each, as a list to choose from. */
export function callersOf(entries: ActivityEntry[]): string[] {
  return [...new Set(entries.map(callerOf))].sort();
}

/** Every model that was asked for, once each. */
export function modelsOf(entries: ActivityEntry[]): string[] {
  return [...new Set(entries.map(({ model }) => model))].sort();
}

/** The turns that fit; a text is looked for in what was said and in who said it to whom, word by word. */
export function filterTurns(entries: ActivityEntry[], filter: TurnFilter): ActivityEntry[] {
  const { state, caller, model, start } = filter;
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if ((state && entry.state !== state) || (caller && callerOf(entry) !== caller)) return false;
    if ((model && entry.model !== model) || (start && entry.warm !== start)) return false;
    if (words.length === 0) return true;
    const { promptText, replyText, backend, user, session, metadata, error, tools } = entry;
    const all = [promptText, replyText, entry.caller, entry.model, backend, user, session, metadata, error, ...tools];
    const within = all.join("\n").toLocaleLowerCase();
    return words.every((word) => within.includes(word));
  });
}
