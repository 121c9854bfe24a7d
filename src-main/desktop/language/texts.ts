import { createInstance, type i18n, type TFunction } from "i18next";
import { mainTexts } from "../../../locales/main";
import type { Language } from "../../../src-shared/settings";
import { createListeners } from "../../listeners";
import type { SettingsStore } from "../../storage/settings";
import { resolveLanguage } from "./resolve-language";

/** What the main process says itself, in the person's language. */
export interface Texts {
  /** Says a key in the language of the moment. */
  t: TFunction<"main">;
  language(): Language;
  /** Returns the function that ends the subscription. */
  onChange(listener: (language: Language) => void): () => void;
}

/** Follows the setting. @param preferred the system's languages, the best first. */
export function createTexts(settings: Pick<SettingsStore, "get" | "onChange">, preferred: readonly string[]): Texts {
  const changes = createListeners<Language>();
  let language = resolveLanguage(settings.get().appearance.language, preferred);
  const texts = createTranslations(language);
  settings.onChange(({ appearance }) => {
    const next = resolveLanguage(appearance.language, preferred);
    if (next === language) return;
    language = next;
    void texts.changeLanguage(language);
    changes.tell(language);
  });
  return {
    t: texts.getFixedT(null, "main"),
    language: () => language,
    onChange: changes.on,
  };
}

/** One language for good, before there are settings. */
export function textsIn(language: Language): Pick<Texts, "t" | "language"> {
  return { t: createTranslations(language).getFixedT(language, "main"), language: () => language };
}

/** All is in memory, so that both this and a change of the language are done when they return. */
function createTranslations(language: Language): i18n {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: "en",
    ns: "main",
    defaultNS: "main",
    initAsync: false,
    resources: Object.fromEntries(Object.entries(mainTexts).map(([name, main]) => [name, { main }])),
    interpolation: { escapeValue: false },
  });
  return texts;
}
