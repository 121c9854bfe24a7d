import { type Language, languages, type Settings } from "../../../src-shared/settings";

type Wanted = Settings["appearance"]["language"];

/**
 * The language that is spoken: the chosen one, or the first of the system's that is spoken here, or else English.
 * @param preferred the system's languages, the best first, as tags ("de-AT") or in POSIX's way ("de_AT.UTF-8").
 */
export function resolveLanguage(wanted: Wanted, preferred: readonly string[]): Language {
  if (wanted !== "system") return wanted;
  for (const tag of preferred) {
    const found = languages.find((language) => scriptOf(language) === scriptOf(tag));
    if (found) return found;
  }
  return "en";
}

/** Language and script, e.g. "de-Latn": who reads zh-TW does not read the script of zh-CN. Undefined for "C". */
function scriptOf(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag.replace(/[.@].*/, "").replaceAll("_", "-")).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
