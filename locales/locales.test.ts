import { describe, expect, it } from "vitest";
import { languages } from "../src-shared/settings";
import { byTopic } from "./by-topic";
import * as en from "./en";
import { mainTexts } from "./main";
import { compareKeys, differentSlots, neededKeys, untranslated } from "./testing/compare";
import { readTexts, topicsOf } from "./testing/read-texts";

const english = readTexts("en");

/** The list itself is the message of a failed test. */
const none = (problems: string[], what: string) =>
  expect(problems, `${what}:\n${problems.map((one) => `  ${one}`).join("\n")}\n`).toHaveLength(0);

it("every file of texts is in the window or in the main process", () => {
  const used = [...Object.keys(en), ...Object.keys(mainTexts.en)];
  none(
    topicsOf("en").filter((topic) => !used.includes(topic)),
    "in neither locales/en/index.ts nor locales/main.ts",
  );
});

it("English has both forms of each plural", () => {
  none(
    neededKeys(english, "en").filter((key) => !english.has(key)),
    "missing in English",
  );
});

describe.each(languages.filter((language) => language !== "en"))("%s", (language) => {
  const translated = readTexts(language);

  it("has all texts, in all forms of its plurals, and no more", async () => {
    const { missing, surplus } = compareKeys(english, translated, language);
    none(
      missing.map((key) => `${key}: ${english.get(key) ?? "a form of a plural"}`),
      `${language} still lacks`,
    );
    none(surplus, `${language} has what English has not`);
    const gathered: { default: Record<string, object> } = await import(`./${language}/index.ts`);
    expect(Object.keys(byTopic(gathered.default)).sort()).toEqual(Object.keys(en).sort());
  });

  it("leaves room for the same names, numbers and commands", () => {
    none(differentSlots(english, translated), `${language} has other placeholders or commands than English`);
  });

  it("is translated", () => {
    none(untranslated(english, translated, language), `${language} reads as English`);
  });
});

describe("the checks", () => {
  const model = new Map([
    ["a.files_one", "{{count}} file"],
    ["a.files_other", "{{count}} files in {{folder}}"],
    ["a.run", "Run `ls`"],
  ]);
  const withNone = new Map([...model, ["a.files_zero", "No {{kind}}"]]);

  it("miss no form of a plural, no surplus key and no empty text", () => {
    const russian = new Map([
      ["a.files_one", "{{count}} файл"],
      ["a.files_other", "{{count}} файла в {{folder}}"],
      ["a.run", " "],
      ["a.more", "Ещё"],
    ]);
    expect(compareKeys(model, russian, "ru")).toEqual({
      missing: ["a.files_few", "a.files_many", "a.run"],
      surplus: ["a.more"],
    });
    expect(compareKeys(model, new Map([["a.run", "x"]]), "zh-CN").missing).toEqual(["a.files_other"]);
  });

  it("ask for the text for none at all where English has one", () => {
    const chinese = new Map([
      ["a.files_other", "{{folder}} 中的 {{count}} 个文件"],
      ["a.run", "运行 `ls`"],
    ]);
    expect(compareKeys(withNone, chinese, "zh-CN")).toEqual({ missing: ["a.files_zero"], surplus: [] });
    chinese.set("a.files_zero", "没有 {{kind}}");
    expect(compareKeys(withNone, chinese, "zh-CN")).toEqual({ missing: [], surplus: [] });
    expect(differentSlots(withNone, chinese)).toEqual([]);
    expect(compareKeys(model, chinese, "zh-CN").surplus).toEqual(["a.files_zero"]);
  });

  it("see wrong placeholders, changed commands and what stayed English", () => {
    const german = new Map([
      ["a.files_one", "{{count}} Datei"],
      ["a.files_other", "{{anzahl}} Dateien in {{folder}}"],
      ["a.run", "Führe `dir` aus"],
    ]);
    expect(differentSlots(model, german).map((each) => each.split(":")[0])).toEqual(["a.files_other", "a.run"]);
    expect(untranslated(model, model, "de")).toHaveLength(3);
    const names = new Map([["a.b", "Anthropic API"]]);
    expect(untranslated(names, names, "de")).toEqual([]);
  });
});
