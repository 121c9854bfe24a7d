import { expect, test } from "vitest";
import type { ActivityEntry } from "../../src-shared/activity";
import { callersOf, everyTurn, filterTurns } from "./filter";
import { firstWords } from "./first-words";
import { entry } from "./testing/entry";

const ids = (entries: ActivityEntry[]) => entries.map(({ id }) => id).join("");

const entries = [
  entry("a", { promptText: "Яка погода?", replyText: "It rains in Sofia." }),
  entry("b", { state: "failed", error: "The limit is reached." }),
  entry("c", { callerKind: "window", caller: "Chat window", model: "claude-opus-4-7" }),
];

test.each([
  [{}, "abc"],
  [{ text: "ПОГОДА" }, "a"],
  [{ text: "sofia  rains" }, "a"],
  [{ text: "sofia snows" }, ""],
  [{ text: "limit" }, "b"],
  [{ text: "opus" }, "c"],
  [{ state: "done" as const }, "ac"],
  [{ caller: "Pipecat" }, "ab"],
  [{ caller: "window" }, "c"],
  [{ caller: "Pipecat", state: "done" as const }, "a"],
])("%o lists %s", (filter, listed) => {
  expect(ids(filterTurns(entries, { ...everyTurn, ...filter }))).toBe(listed);
});

test("every caller can be chosen once", () => {
  expect(callersOf(entries)).toEqual(["Pipecat", "window"]);
});

test("first words are shown from the oldest to the newest, with their middle and the slowest", () => {
  const timed = [300, undefined, 100, 900, 200].map((ms, i) =>
    entry(`${i}`, ms === undefined ? {} : { firstTokenMs: ms }),
  );
  const shown = firstWords(timed);
  expect(shown?.bars.map(({ ms }) => ms)).toEqual([200, 900, 100, 300]);
  expect(shown).toMatchObject({ median: 250, slowest: 900 });
  expect(firstWords(timed.slice(0, 3))?.median).toBe(200);
  expect(firstWords([entry("none")])).toBeUndefined();
});

test("only the latest are shown, and one is its own middle", () => {
  const many = Array.from({ length: 200 }, (_, i) => entry(`${i}`, { firstTokenMs: i }));
  expect(firstWords(many)?.bars).toHaveLength(80);
  expect(firstWords(many)?.slowest).toBe(79);
  expect(firstWords(many.slice(7, 8))).toMatchObject({ median: 7, slowest: 7 });
});
