import { expect, test } from "vitest";
import { nestsDeeper } from "./json-depth";

const deeper = (json: string, limit: number) => nestsDeeper(Buffer.from(json), limit);

test("counts what is open at once, not what stands in strings", () => {
  expect(deeper('{"a":[1,{"b":2}]}', 3)).toBe(false);
  expect(deeper('{"a":[1,{"b":2}]}', 2)).toBe(true);
  expect(deeper("[[],[],[],[]]", 2)).toBe(false);
  expect(deeper('["[[[[", "\\"[[[[", "\\\\", []]', 2)).toBe(false);
  expect(deeper('["\\\\\\"[[["]', 1)).toBe(false);
  expect(deeper('["\\\\", [[]]]', 2)).toBe(true);
});

test("a string without an end is left to the parser", () => {
  expect(deeper('["[[[[', 1)).toBe(false);
});
