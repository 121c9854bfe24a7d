import { expect, test } from "vitest";
import type { Caller } from "../../brain/turn";
import { bot, result, start, turn, user } from "./testing";

test("turns whose histories go on are one call, whatever else is asked meanwhile", () => {
  const { calls } = start();
  const hi = user("Hi");
  const one = turn(calls, [hi], { reply: "Hello, Olena." });
  const two = turn(calls, [hi], { reply: "Hello, Taras." });
  const other = turn(calls, [hi], { reply: "Hello.", caller: { kind: "http", name: "curl" } });
  expect(new Set([one, two, other]).size).toBe(3);
  expect(turn(calls, [hi, bot("Hello, Taras."), user("Bye")], { reply: "See you." })).toBe(two);
  expect(turn(calls, [hi, bot("Hello, Olena."), user("How are you?")], { reply: "Fine." })).toBe(one);
  expect(turn(calls, [hi, bot("Hello, Olena."), user("How are you?"), bot("Fine."), user("Ok")])).toBe(one);
  expect(calls.open(one)?.log.map(({ said }) => said.map(({ text }) => text))).toEqual([
    ["Hi"],
    ["How are you?"],
    ["Ok"],
  ]);
  expect(calls.list().map(({ id, turns }) => [id, turns])).toEqual([
    [one, 3],
    [two, 2],
    [other, 1],
  ]);
});

test("a barge-in stays in its call, which then tells what was heard", () => {
  const { calls } = start();
  const hi = user("Tell me a tale");
  const id = turn(calls, [hi], { reply: "Once upon a time there was", state: "stopped" });
  expect(turn(calls, [hi, bot("Once upon"), user("Wait")], { reply: "Yes? I am listening." })).toBe(id);
  // The second was generated to its end, but not heard to it.
  const third = [hi, bot("Once upon"), user("Wait"), bot("Yes?"), user("Go on")];
  expect(turn(calls, third, { reply: "Fine", state: "stopped" })).toBe(id);
  // Of the third nothing was heard at all.
  expect(turn(calls, [...third, user("Hurry")], { reply: "Well." })).toBe(id);
  const call = calls.open(id);
  expect(call?.log.map(({ heard, reply }) => heard && reply.slice(0, heard.upTo))).toEqual([
    "Once upon",
    "Yes?",
    "",
    undefined,
  ]);
  expect(call).toMatchObject({ interruptions: 3, turns: 4, system: ["Be brief."] });
});

test("an answer that is told in other words stays in its call only where the history before is its own", () => {
  const { calls } = start();
  const hi = user("Hi");
  const id = turn(calls, [hi], { reply: "Hello." });
  expect(turn(calls, [hi, bot("Something else"), user("Bye")])).not.toBe(id);
  const second = [hi, bot("Hello."), user("Bye")];
  expect(turn(calls, second, { reply: "See you." })).toBe(id);
  expect(turn(calls, [...second, bot("(said nothing)"), user("Still there?")])).toBe(id);
  expect(calls.open(id)?.log[1]?.heard).toEqual({ upTo: 0, text: "(said nothing)" });
});

test("what the client lets its bot say by itself is shown beside the answer", () => {
  const { calls } = start();
  const hi = user("Hi");
  const id = turn(calls, [hi], { reply: "Hello." });
  expect(turn(calls, [hi, bot("One moment."), bot("Hello."), bot("Are you there?"), user("Yes")])).toBe(id);
  expect(calls.open(id)?.log[1]?.said).toEqual([
    { role: "assistant", text: "One moment." },
    { role: "assistant", text: "Are you there?" },
    { role: "user", text: "Yes" },
  ]);
});

test("tools and their results belong to the call; a result that comes later is the same message", () => {
  const { calls } = start();
  const ask = user("Weather?");
  const id = turn(calls, [ask], { reply: "Let me look.", calls: ["c1"] });
  const waiting = [ask, bot("Let me look.", "c1"), result("c1", "IN_PROGRESS")];
  expect(turn(calls, [...waiting, user("Hurry")], { reply: "Soon." })).toBe(id);
  const known = [ask, bot("Let me look.", "c1"), result("c1", "14°"), user("Hurry"), bot("Soon."), user("And?")];
  expect(turn(calls, known, { reply: "It is 14°." })).toBe(id);
  expect(calls.open(id)?.log).toMatchObject([
    { calls: [{ id: "c1", name: "weather", arguments: '{"city":"Sofia"}' }], heard: { upTo: 12 } },
    { said: [{ role: "tool", name: "weather", text: "IN_PROGRESS" }, { role: "user" }] },
    { said: [{ text: "And?" }] },
  ]);
});

test("a question that is asked again, or grows while it is heard, stays in its call", () => {
  const { calls } = start();
  const id = turn(calls, [user("What is the")], { state: "running" });
  expect(turn(calls, [user("What is the weather?")], { state: "stopped" })).toBe(id);
  expect(turn(calls, [user("What is the weather?")], { reply: "Rain." })).toBe(id);
  const next = [user("What is the weather?"), bot("Rain.")];
  expect(turn(calls, [...next, user("And")], { state: "running" })).toBe(id);
  expect(turn(calls, [...next, user("How nice")], { reply: "Yes." })).toBe(id);
  const call = calls.open(id);
  expect(call?.log.map(({ replaced, said }) => [replaced, said.map(({ text }) => text).join()])).toEqual([
    [true, "What is the"],
    [true, "What is the weather?"],
    [undefined, ""],
    [true, "And"],
    [undefined, "How nice"],
  ]);
  expect(call?.interruptions).toBe(0);
  // A first question that was answered, or still is, may be another caller's.
  const hi = turn(calls, [user("Hi")], { state: "running" });
  expect(turn(calls, [user("Hi")])).not.toBe(hi);
  expect(turn(calls, [user("What is your name?")])).not.toBe(id);
});

test("callers that say the same at the same time are kept apart", () => {
  const { calls } = start();
  const [a, b] = [turn(calls, [user("Hi")], { reply: "Hello." }), turn(calls, [user("Hi")], { reply: "Hello." })];
  const second = [user("Hi"), bot("Hello."), user("Bye")];
  const [c, d] = [turn(calls, second, { reply: "Bye." }), turn(calls, second, { reply: "Bye." })];
  expect(new Set([a, b])).toEqual(new Set([c, d]));
});

test("a conversation with a name is one call, whatever is told of it", () => {
  const { calls } = start();
  const caller: Caller = { kind: "session", name: "curl", conversation: "kitchen" };
  const id = turn(calls, [user("Hi")], { reply: "Hello.", caller });
  expect(turn(calls, [user("Something of a shortened history"), user("Hm")], { caller })).toBe(id);
  expect(calls.open(id)?.log[1]?.said).toEqual([{ role: "user", text: "Hm" }]);
  expect(turn(calls, [user("Hi")], { caller: { ...caller, conversation: "hall" } })).not.toBe(id);
});

test("without words calls are still found, and hold none", () => {
  const { calls, told } = start();
  const hi = user("A secret");
  const id = turn(calls, [hi], { reply: "secret answer", calls: ["c"], words: false });
  const goesOn = [hi, bot("secret", "c"), result("c", "secret"), user("secret too")];
  expect(turn(calls, goesOn, { words: false })).toBe(id);
  expect(JSON.stringify([calls.open(id), told])).not.toContain("secret");
  expect(JSON.stringify([calls.open(id), told])).not.toContain("Sofia");
  expect(calls.open(id)?.system).toEqual([]);

  const kept = turn(calls, [user("Out loud")], { reply: "heard" });
  calls.open(kept);
  told.turns.length = 0;
  calls.forgetWords();
  expect(told.turns).toMatchObject([{ wordless: true, reply: "", said: [] }]);
  expect(JSON.stringify(calls.list().map(({ id }) => calls.open(id)))).not.toMatch(/Out loud|heard/);
});

test("only the opened call's turns are told", () => {
  const { calls, told } = start();
  const hi = user("Hi");
  const id = turn(calls, [hi], { reply: "Hello." });
  expect(told.turns).toEqual([]);
  calls.open(id);
  turn(calls, [user("Someone else")]);
  expect(told.turns).toEqual([]);
  turn(calls, [hi, bot("Hello."), user("More")]);
  expect(told.turns.map(({ said }) => said[0]?.text)).toEqual(["Hi", "More", "More"]);
  calls.close();
  turn(calls, [hi, bot("Hello."), user("More"), user("Most")]);
  expect(told.turns).toHaveLength(3);
});

test("what is kept is bounded: the calls, a call's turns, and all of their words", () => {
  const { calls } = start({ mostCalls: 3, mostTurns: 4, mostCharacters: 60_000 });
  const ids = Array.from({ length: 5 }, (_, i) => turn(calls, [user(`Question ${i}`)]));
  expect(calls.list().map(({ id }) => id)).toEqual(ids.slice(2).reverse());
  expect(calls.open(ids[0] as string)).toBeUndefined();

  let history = [user("Long")];
  for (let i = 0; i < 12; i++) {
    turn(calls, history, { reply: `${i}`.repeat(15_000) });
    history = [...history, bot(`${i}`.repeat(15_000)), user(`Then ${i}`)];
  }
  const [long] = calls.list();
  expect(long?.turns).toBe(12);
  const call = calls.open(long?.id ?? "");
  expect(call?.log.length).toBeLessThanOrEqual(4);
  expect(call?.forgotten).toBe(12 - (call?.log.length ?? 0));
  expect(JSON.stringify(calls.list().map(({ id }) => calls.open(id))).length).toBeLessThan(75_000);
  // What was forgotten does not keep the next turn from being found.
  expect(turn(calls, history)).toBe(long?.id);
});

test("a call is called by what the person said, not by what they attached", () => {
  const { calls } = start();
  const text = (words: string) => ({ type: "text" as const, text: words });
  turn(calls, [{ role: "user", content: [text("File “notes.md”: # Notes"), text("Compare them")] }]);
  expect(calls.list()[0]?.title).toBe("Compare them");
});
