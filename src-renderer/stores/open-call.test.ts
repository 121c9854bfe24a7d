import { expect, test } from "vitest";
import type { Call, CallTurn } from "../../src-shared/calls";
import type { Ask } from "./ask";
import { createOpenCall, grownTurn, newer } from "./open-call";

const turn = (more: Partial<CallTurn> = {}): CallTurn => ({
  ...{ id: "t", at: 0, model: "m", state: "running", words: 0, said: [], reply: "Hello", calls: [] },
  ...more,
});
const growth = { id: "t", callId: "c", from: 5, text: ", you", words: 2 };
const call: Call = {
  ...{ id: "c", caller: "Pipecat", callerKind: "http", model: "m", title: "Hi", at: 0, lastAt: 0, turns: 1 },
  ...{ running: true, interruptions: 0, failures: 0, system: [], forgotten: 0, log: [turn()] },
};

test("an answer grows once by each piece, whatever of it was there already", () => {
  expect(grownTurn(turn(), growth).reply).toBe("Hello, you");
  expect(grownTurn(turn({ reply: "Hello, y" }), growth).reply).toBe("Hello, you");
  expect(grownTurn(turn({ totalMs: 9 }), growth).reply).toBe("Hello");
  expect(grownTurn(turn({ wordless: true, reply: "" }), { ...growth, from: 0, text: "" }).reply).toBe("");
});

test("what is told late does not undo what is known", () => {
  const over = turn({ state: "done", totalMs: 9, reply: "Hello, you", heard: { upTo: 5 } });
  expect(newer(over, turn())).toEqual(over);
  expect(newer(turn({ reply: "Hello, you" }), turn()).reply).toBe("Hello, you");
  expect(newer(over, turn({ wordless: true, reply: "" })).reply).toBe("");
});

test("what is heard while a call is being opened comes after it", async () => {
  let answer: (call: Call | null) => void = () => {};
  const ask = (async (name: string) =>
    name === "calls.open" ? new Promise<Call | null>((resolve) => (answer = resolve)) : undefined) as Ask;
  const store = createOpenCall(ask);
  const { show, onGrew, onTurn } = store.getState();
  const opened = show("c");
  onGrew(growth);
  onTurn({ callId: "c", turn: turn({ id: "next" }) });
  onTurn({ callId: "other", turn: turn({ id: "elsewhere" }) });
  answer(call);
  await opened;
  expect(store.getState().call?.log.map(({ id, reply }) => [id, reply])).toEqual([
    ["t", "Hello, you"],
    ["next", "Hello"],
  ]);
  const gone = show("c");
  answer(null);
  await gone;
  expect(store.getState().phase).toBe("gone");
});
