import { expect, test } from "vitest";
import { resolveLanguage } from "./resolve-language";

test("a chosen language is spoken, whatever the system's is", () => {
  expect(resolveLanguage("ru", ["de-DE", "en"])).toBe("ru");
  expect(resolveLanguage("en", ["de-DE"])).toBe("en");
});

test.each([
  [["de-AT"], "de"],
  [["de_DE.UTF-8"], "de"],
  [["fr-FR", "es-MX", "en-US"], "es"],
  [["en-GB", "de"], "en"],
  [["bg"], "bg"],
  [["zh-Hans-SG"], "zh-CN"],
  [["zh_CN.UTF-8"], "zh-CN"],
  [["zh"], "zh-CN"],
])("a system that speaks %j gets %s", (preferred, language) => {
  expect(resolveLanguage("system", preferred)).toBe(language);
});

test.each([[["fr-FR"]], [["zh-TW"]], [["C", "C.UTF-8", "POSIX", "", "?"]], [[]]])(
  "a system that speaks none of ours, %j, gets English",
  (preferred) => {
    expect(resolveLanguage("system", preferred)).toBe("en");
  },
);
