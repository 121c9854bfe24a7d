import { expect, test } from "vitest";
import type { Message } from "../../brain/turn";
import { bot, start, turn, user } from "./testing";

/** A call of `n` exchanges, as its client tells all of it, and then the last `window` messages alone. */
const talk = (from: number, to: number): Message[] =>
  Array.from({ length: to - from }, (_, i) => [user(`Question ${from + i}`), bot(`Answer ${from + i}.`)]).flat();
const asked = (n: number, window: number) => [...talk(0, n), user(`Question ${n}`)].slice(-window);
const ask = (calls: Parameters<typeof turn>[0], n: number, messages: Message[], system?: string[]) =>
  turn(calls, messages, { reply: `Answer ${n}.`, ...(system ? { system } : {}) });

test.each([3, 5, 7])(
  "a client that keeps its last %i messages speaks one call, which says once where it began",
  (window) => {
    const { calls } = start();
    const ids = new Set(Array.from({ length: 9 }, (_, n) => ask(calls, n, asked(n, window))));
    expect(ids.size).toBe(1);
    const log = calls.open([...ids][0] as string)?.log ?? [];
    expect(log.map(({ said }) => said.map(({ text }) => text))).toEqual(log.map((_, n) => [`Question ${n}`]));
    expect(log.map(({ heard }) => heard?.upTo)).toEqual(log.map((_, n) => (n < 8 ? `Answer ${n}.`.length : undefined)));
    const first = (window - 1) / 2 + 1;
    expect(log.map(({ dropped = 0 }) => dropped)).toEqual(log.map((_, n) => (n < first ? 0 : 2)));
  },
);

test("a summary in place of what was dropped is shown as what it is, and the call goes on", () => {
  const { calls } = start();
  for (let n = 0; n < 5; n++) ask(calls, n, asked(n, 99));
  const summary = user("So far they spoke of five things.");
  const id = ask(calls, 5, [summary, ...talk(3, 5), user("Question 5")]);
  ask(calls, 6, [summary, ...talk(3, 6), user("Question 6")]);
  const log = calls.open(id)?.log ?? [];
  expect(log).toHaveLength(7);
  expect(log[5]?.said.map(({ text }) => text)).toEqual(["So far they spoke of five things.", "Question 5"]);
  expect(log.map(({ dropped }) => dropped)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    6,
    undefined,
  ]);
});

test("another system prompt, another caller or another answer makes another call", () => {
  const { calls } = start();
  const id = ask(calls, 0, asked(0, 9));
  for (let n = 1; n < 4; n++) ask(calls, n, asked(n, 9));
  expect(ask(calls, 4, asked(4, 3), ["You are a pirate."])).not.toBe(id);
  expect(turn(calls, asked(4, 3), { caller: { kind: "http", name: "curl" } })).not.toBe(id);
  expect(turn(calls, [user("Question 3"), bot("Something else."), user("Question 4")])).not.toBe(id);
  expect(turn(calls, [user("Question 3"), user("Question 4")])).not.toBe(id);
});

test("a client may send its system prompt once alone", () => {
  const { calls } = start();
  for (let n = 0; n < 4; n++) ask(calls, n, asked(n, 9));
  const [call] = calls.list();
  expect(ask(calls, 4, asked(4, 3), [])).toBe(call?.id);
});

test("of two calls that were trimmed alike, the answer tells which", () => {
  const { calls } = start();
  const [one, two] = ["one", "two"].map((name) => {
    let id = "";
    const history: Message[] = [];
    for (let n = 0; n < 4; n++) {
      history.push(user(n < 3 ? `${name} ${n}` : "Yes"));
      id = turn(calls, [...history], { reply: `Good, ${name} ${n}.` });
      history.push(bot(`Good, ${name} ${n}.`));
    }
    return id;
  });
  expect(one).not.toBe(two);
  expect(turn(calls, [user("Yes"), bot("Good, one 3."), user("And?")])).toBe(one);
  expect(turn(calls, [user("Yes"), bot("Good, two 3."), user("And?")])).toBe(two);
});
