import type { i18n } from "i18next";
import type { StoreApi } from "zustand";
import type { Language } from "../../src-shared/settings";
import { speak } from "./i18n";

/**
 * Keeps the texts and the page's `lang` in the language that the main process names. Resolves when the first is
 * spoken. The latest wish wins, whichever is loaded first.
 */
export async function followLanguage(
  texts: i18n,
  told: Pick<StoreApi<{ language: Language }>, "getState" | "subscribe">,
  page: Pick<HTMLElement, "lang">,
): Promise<void> {
  const follow = async () => {
    const { language } = told.getState();
    await speak(texts, language, () => told.getState().language === language);
    page.lang = texts.language;
  };
  told.subscribe(({ language }, before) => {
    if (language !== before.language) void follow();
  });
  await follow();
}
