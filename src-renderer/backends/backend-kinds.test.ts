import { expect, test } from "vitest";
import { shortName } from "./backend-kinds";

test("a short name comes from the words of the name and is nobody else's", () => {
  expect(shortName("LM Studio", [])).toBe("lm-studio");
  expect(shortName("Ollama!", ["ollama", "ollama-2"])).toBe("ollama-3");
  expect(shortName("Café №1", [])).toBe("cafe-no1");
  expect(shortName("Claude CLI", [])).toBe("claude-cli-2");
  expect(shortName("модел", [])).toBe("");
});
