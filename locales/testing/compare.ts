import { isPlural, nameOf } from "./read-texts";

type Texts = ReadonlyMap<string, string>;

/** A text of its own for none at all, which any language may have beside the forms of its plurals. */
const isForNone = (key: string): boolean => key.endsWith("_zero");

/** The keys that a language needs for these English texts: its own forms of each plural. */
export function neededKeys(english: Texts, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) =>
    isPlural(key) && !isForNone(key) ? forms.map((form) => `${nameOf(key)}_${form}`) : [key],
  );
  return [...new Set(keys)];
}

/** What a translation lacks, and what it has that English has not. */
export function compareKeys(english: Texts, translated: Texts, language: string) {
  const needed = neededKeys(english, language);
  return {
    missing: needed.filter((key) => !translated.get(key)?.trim()),
    surplus: [...translated.keys()].filter((key) => !needed.includes(key)),
  };
}

const placeholders = (text = ""): string[] => [...new Set(text.match(/\{\{.*?\}\}/g))].sort();
const commands = (text = ""): string[] => text.match(/`[^`]*`/g) ?? [];

/** Keys whose placeholders or `commands` are not those of the English text. A "one" may leave some out. */
export function differentSlots(english: Texts, translated: Texts): string[] {
  return [...translated].flatMap(([key, text]) => {
    const model = english.get(isPlural(key) && !isForNone(key) ? `${nameOf(key)}_other` : key);
    const [has, wants] = [placeholders(text), placeholders(model)];
    const fits = key.endsWith("_one")
      ? has.every((one) => [...wants, ...placeholders(english.get(key))].includes(one))
      : String(has) === String(wants);
    return fits && String(commands(text)) === String(commands(model)) ? [] : [`${key}: ${text}`];
  });
}

/** Names, and words that are the same in several languages. */
const same = new Set(
  [
    ...["Brainstem", "Anthropic", "OpenAI", "Claude", "Gemini", "CLI", "API", "Pipecat", "Python", "Node", "curl"],
    ...["LiteLLM", "Open WebUI", "MiB", "s", "p", "CSV", "Electron", "Chromium", "PowerShell", "Homebrew", "npm"],
  ].flatMap((words) => words.split(" ")),
);
/** Words that a language has in common with English. */
const common: Record<string, string[]> = {
  de: [
    "Agent",
    "Backend",
    "Backends",
    "Budget",
    "Chat",
    "Code",
    "Demo",
    "Details",
    "Filter",
    "Live",
    "Minimal",
    "Name",
    "Port",
    "Start",
    "System",
    "Text",
    "Version",
  ],
  es: [
    "Backend",
    "Backends",
    "backend",
    "Chat",
    "Demo",
    "Endpoint",
    "Roles",
    "Total",
    "Tokens",
    "token",
    "tokens",
    "error",
  ],
};

/** Texts that read as in English although a word in them is neither a name nor common. */
export function untranslated(english: Texts, translated: Texts, language: string): string[] {
  const known = new Set([...same, ...(common[language] ?? [])]);
  return [...translated].flatMap(([key, text]) => {
    if (text !== english.get(key)) return [];
    const words = text.replace(/\{\{.*?\}\}/g, " ").match(/\p{L}+/gu) ?? [];
    return words.every((word) => known.has(word)) ? [] : [`${key}: ${text}`];
  });
}
