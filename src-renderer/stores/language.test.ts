import { expect, test } from "vitest";
import { createLanguage } from "./language";

function storage(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => {
      kept[key] = text;
    },
  };
}

test("a window that the main process does not answer speaks the language of the last time", () => {
  const place = storage();
  const first = createLanguage(place);
  expect(first.getState().language).toBe("en");
  first.setState({ language: "bg" });
  expect(createLanguage(place).getState().language).toBe("bg");
});

test("a language that is not spoken here, or a closed storage, is English", () => {
  expect(createLanguage(storage({ "brainstem.language": "tlh" })).getState().language).toBe("en");
  const closed = createLanguage({
    getItem: () => null,
    setItem: () => {
      throw new Error("full");
    },
  });
  closed.setState({ language: "es" });
  expect(closed.getState().language).toBe("es");
});
