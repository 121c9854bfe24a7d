import { afterEach, expect, test, vi } from "vitest";
import type { History } from "./items";
import { type KeptResponse, ResponseMemory } from "./memory";

afterEach(() => void vi.useRealTimers());
const history = (text: string): History => ({
  system: [],
  messages: [{ role: "user", content: [{ type: "text", text }] }],
});
const response = (id: string, itemId: string, more: object = {}) =>
  ({ id, output: [{ id: itemId }], ...more }) as KeptResponse;

test("keeps the latest 500", () => {
  const memory = new ResponseMemory();
  for (let i = 0; i < 501; i++) memory.keep(response(`r${i}`, `i${i}`), history("x"));
  expect([memory.history("r0"), memory.item("i0"), memory.response("r0")]).toEqual([undefined, undefined, undefined]);
  expect(memory.history("r1")).toEqual(history("x"));
  expect(memory.item("i500")).toEqual({ id: "i500" });
});

const long = "x".repeat(20 * 1024 * 1024);
test.each<[string, (memory: ResponseMemory, id: string) => void]>([
  ["said", (memory, id) => memory.keep(response(id, id), history(long))],
  ["instructed", (memory, id) => memory.keep(response(id, id), { ...history("x"), system: [long] })],
  ["answered", (memory, id) => memory.keep({ ...response(id, id), output: [{ id, text: long }] }, history("x"))],
  ["a name", (memory, id) => memory.keep(response(id, id, { metadata: { [long]: 1 } }), history("x"))],
  ["handed along", (memory, id) => memory.keep(response(id, id, { metadata: { long } }), history("x"))],
])("keeps only so much, wherever it was %s", (_where, keep) => {
  const memory = new ResponseMemory();
  for (const id of ["a", "b", "c", "d"]) keep(memory, id);
  expect(["a", "b", "c", "d"].map((id) => memory.history(id) !== undefined)).toEqual([false, true, true, true]);
});

test("keeps them for an hour", () => {
  vi.useFakeTimers();
  const memory = new ResponseMemory();
  memory.keep(response("a", "i"), history("x"));
  vi.advanceTimersByTime(3_600_000);
  expect(memory.history("a")).toBeDefined();
  vi.advanceTimersByTime(1);
  expect(memory.history("a")).toBeUndefined();
});

test("forgets one when told, with its items", () => {
  const memory = new ResponseMemory();
  memory.keep(response("a", "i"), history("x"));
  expect([memory.forget("a"), memory.forget("a"), memory.item("i"), memory.response("a")]).toEqual([
    true,
    false,
    undefined,
    undefined,
  ]);
});

test("all of them are forgotten at once, with their items", () => {
  const memory = new ResponseMemory();
  for (const id of ["a", "b"]) memory.keep(response(id, `i${id}`), history("x"));
  const { era } = memory;
  memory.forgetAll();
  expect(["a", "b"].map((id) => memory.response(id) ?? memory.item(`i${id}`))).toEqual([undefined, undefined]);
  expect(memory.era).not.toBe(era);
});
