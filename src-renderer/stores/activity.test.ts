import { expect, test } from "vitest";
import type { ActivityEntry } from "../../src-shared/activity";
import { entry as turn } from "../activity/testing/entry";
import { grown, withEntry } from "./activity";

const entry = (id: string, at: number, state: ActivityEntry["state"] = "running") => turn(id, { at, state });

test("a turn that moves on keeps its place, a new one comes on top", () => {
  const listed = [entry("b", 2), entry("a", 1)];
  expect(withEntry(listed, entry("a", 1, "done")).map(({ id, state }) => `${id} ${state}`)).toEqual([
    "b running",
    "a done",
  ]);
  expect(withEntry(listed, entry("c", 3)).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test("the list holds the latest 200", () => {
  const many = Array.from({ length: 300 }, (_, at) => entry(String(at), at)).reduce(withEntry, [] as ActivityEntry[]);
  expect(many).toHaveLength(200);
  expect(many[0]?.id).toBe("299");
});

test("an answer grows by what it does not have yet, until it is over", () => {
  const growth = { id: "a", callId: "call", from: 0, text: "Hello", words: 1 };
  const once = grown(entry("a", 1), growth);
  const twice = grown(grown(once, { ...growth, from: 3, text: "lo, you", words: 2 }), growth);
  expect(twice).toMatchObject({ replyText: "Hello, you", replyLength: 10 });
  expect(grown({ ...once, totalMs: 9 }, { ...growth, from: 5 }).replyText).toBe("Hello");
  expect(grown(once, { ...growth, from: 5, text: "x".repeat(3000) }).replyText).toHaveLength(2000);
});
