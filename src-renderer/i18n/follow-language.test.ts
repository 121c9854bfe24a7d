import { expect, test, vi } from "vitest";
import { createStore } from "zustand";
import { type Language, languages } from "../../src-shared/settings";
import { followLanguage } from "./follow-language";
import { createTexts } from "./i18n";

async function windowIn(language: Language) {
  const texts = await createTexts();
  const told = createStore<{ language: Language }>()(() => ({ language }));
  const page = { lang: "" };
  await followLanguage(texts, told, page);
  return { texts, told, page };
}

test.each(languages)("a window that is to speak %s does so from its first word", async (language) => {
  const { texts, page } = await windowIn(language);
  expect(page.lang).toBe(language);
  expect(texts.language).toBe(language);
  if (language !== "en") expect(texts.t("pages.settings")).not.toBe("Settings");
});

test("it changes its language at once, and the latest wish wins", async () => {
  const { texts, told, page } = await windowIn("en");
  for (const language of ["ru", "es", "en", "de"] as const) told.setState({ language });
  await vi.waitFor(() => expect(page.lang).toBe("de"));
  expect(texts.t("pages.settings")).toBe("Einstellungen");
});

test("counts have the forms of their language", async () => {
  const { texts } = await windowIn("ru");
  const found = [1, 3, 5, 21].map((count) => texts.t("conversations.found", { count }));
  expect(found).toEqual(["Найден 1 чат", "Найдено 3 чата", "Найдено 5 чатов", "Найден 21 чат"]);
});
