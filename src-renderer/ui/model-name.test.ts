import { expect, test } from "vitest";
import { modelName } from "./model-name";

test.each([
  ["claude-sonnet-4-6", "Claude Sonnet 4.6"],
  ["claude-opus-4-7-20260101", "Claude Opus 4.7"],
  ["claude-haiku-5", "Claude Haiku 5"],
  ["opus[1m]", "opus[1m]"],
  ["llama3.2:3b", "llama3.2:3b"],
])("%s is called %s", (id, name) => {
  expect(modelName(id)).toBe(name);
});
