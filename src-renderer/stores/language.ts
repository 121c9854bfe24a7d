import { createStore } from "zustand";
import { type Language, languages } from "../../src-shared/settings";

const place = "brainstem.language";

/**
 * The language that the main process wants spoken: the chosen one, or the system's. Until it answers, that of the last
 * time.
 */
export function createLanguage(storage: Pick<Storage, "getItem" | "setItem">) {
  const last = storage.getItem(place);
  const store = createStore<{ language: Language }>()(() => ({
    language: languages.find((language) => language === last) ?? "en",
  }));
  store.subscribe(({ language }) => {
    try {
      storage.setItem(place, language);
    } catch {
      // A full or closed storage: the next window begins in English.
    }
  });
  return store;
}
