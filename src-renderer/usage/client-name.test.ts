import { expect, test } from "vitest";
import { createTexts, speak } from "../i18n/i18n";
import { clientName } from "./client-name";

test("the window, jobs and nameless apps are called as the language does, other apps by their name", async () => {
  const texts = await createTexts();
  await speak(texts, "de", () => true);
  const names = ["Chat window", "Jobs of gardener", "unknown client", "OpenAI/Python"];
  expect(names.map((name) => clientName(name, texts.t))).toEqual([
    "Chatfenster",
    "Aufträge von gardener",
    "Unbekannte App",
    "OpenAI/Python",
  ]);
});
