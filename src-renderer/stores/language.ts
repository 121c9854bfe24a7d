import { createStore } from "zustand";
import type { Language } from "../../src-shared/settings";

/** The language that the main process wants spoken: the chosen one, or the system's. */
export function createLanguage() {
  return createStore<{ language: Language }>()(() => ({ language: "en" }));
}
