import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { byTopic } from "../../locales/by-topic";
import * as en from "../../locales/en";
import type { Language } from "../../src-shared/settings";

/** English is there from the start and stands in for what another language lacks; each other one is a file of its own. */
const others: Record<Exclude<Language, "en">, () => Promise<{ default: Record<string, object> }>> = {
  de: () => import("../../locales/de"),
  bg: () => import("../../locales/bg"),
  ru: () => import("../../locales/ru"),
  es: () => import("../../locales/es"),
  "zh-CN": () => import("../../locales/zh-CN"),
};

/** The window's texts. React escapes what it shows, so i18next must not. */
export async function createTexts(): Promise<i18n> {
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  return texts;
}

/**
 * Makes the window speak a language, loading it where it is needed for the first time; `isWanted` is asked again after
 * that. Never rejects: a language that cannot be loaded leaves the window as it is.
 */
export async function speak(texts: i18n, language: Language, isWanted: () => boolean): Promise<void> {
  if (language !== "en" && !texts.hasResourceBundle(language, "translation")) {
    const loaded = await others[language]().catch(() => undefined);
    if (!loaded) return;
    texts.addResourceBundle(language, "translation", byTopic(loaded.default));
  }
  if (isWanted()) await texts.changeLanguage(language);
}
