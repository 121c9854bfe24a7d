import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import en from "../../locales/en";

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
