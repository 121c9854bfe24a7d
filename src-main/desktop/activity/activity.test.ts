import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import type { ActivityEntry, TurnGrowth } from "../../../src-shared/activity";
import type { Brain } from "../../brain/brain";
import { BrainError, type TurnEvent, type TurnRequest } from "../../brain/turn";
import { createActivity } from "./activity";

const usage = { promptTokens: 3, completionTokens: 2, cachedTokens: 0, reasoningTokens: 0 };
const accepted: TurnEvent = { type: "accepted", backend: "claude-cli", warm: "spare" };

const request = (text: string): TurnRequest => ({
  caller: { kind: "http", name: "pipecat" },
  model: "claude-haiku-4-5",
  system: [],
  messages: [
    { role: "user", content: [{ type: "text", text }] },
    { role: "assistant", text: "Earlier", toolCalls: [] },
  ],
  tools: [],
  toolChoice: { mode: "auto" },
  parallelToolCalls: true,
  stop: [],
  thinking: false,
});

const brainOf = (run: Brain["run"]): Brain => ({ run, models: async () => [] });

async function play(brain: Brain, text = "Hello", signal = new AbortController().signal): Promise<void> {
  for await (const _event of brain.run(request(text), signal)) {
    // Only what is recorded matters here.
  }
}

test("a turn is recorded from its question to its end", async () => {
  const activity = createActivity(() => true);
  const states: string[] = [];
  activity.listen((name, payload) => {
    if (name === "activity.changed") states.push((payload as ActivityEntry).state);
  });
  const brain = brainOf(async function* () {
    yield accepted;
    yield { type: "text", text: "Hi " };
    yield { type: "text", text: "there" };
    yield { type: "done", finishReason: "stop", usage };
  });
  await play(activity.around(brain), "x".repeat(3000));
  expect(states).toEqual(["queued", "running", "running", "done"]);
  expect(activity.list()).toMatchObject([
    { state: "done", caller: "pipecat", warm: "spare", replyText: "Hi there", promptTokens: 3, completionTokens: 2 },
  ]);
  expect(activity.list()[0]?.promptText).toHaveLength(2000);
  expect(activity.list()[0]?.firstTokenMs).toBeTypeOf("number");
});

test("a failure keeps its sentence and still reaches the caller", async () => {
  const activity = createActivity(() => true);
  const brain = brainOf(() => {
    throw new BrainError("rate_limited", "The limit is reached until 5 pm.");
  });
  await expect(play(activity.around(brain))).rejects.toThrow("The limit is reached");
  expect(activity.list()).toMatchObject([{ state: "failed", error: "The limit is reached until 5 pm." }]);
});

test("a turn that its caller leaves or aborts is stopped", async () => {
  const activity = createActivity(() => true);
  const brain = brainOf(async function* (_request, signal) {
    yield accepted;
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });
  for await (const _event of activity.around(brain).run(request("left"), new AbortController().signal)) break;
  const abort = new AbortController();
  const playing = play(activity.around(brain), "aborted", abort.signal);
  await vi.waitFor(() => expect(activity.list()[0]?.state).toBe("running"));
  abort.abort();
  await playing;
  expect(activity.list().map((entry) => [entry.promptText, entry.state])).toEqual([
    ["aborted", "stopped"],
    ["left", "stopped"],
  ]);
});

test("the latest 200 are kept, newest first", async () => {
  const activity = createActivity(() => true);
  const brain = activity.around(brainOf(async function* () {}));
  for (let i = 0; i < 205; i++) await play(brain, `${i}`);
  const list = activity.list();
  expect(list).toHaveLength(200);
  expect(list[0]?.promptText).toBe("204");
});

test("without consent no words are kept, and what was kept goes, also of a turn that still runs", async () => {
  let wanted = true;
  const activity = createActivity(() => wanted);
  const brain = brainOf(async function* (_request, signal) {
    yield accepted;
    yield { type: "text", text: "secret" };
    if (signal.aborted) return;
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    yield { type: "text", text: " and more" };
  });
  const over = new AbortController();
  const playing = play(activity.around(brain), "Private", over.signal);
  await vi.waitFor(() => expect(activity.list()[0]?.replyText).toBe("secret"));
  const told: string[] = [];
  activity.listen((name, payload) => told.push(JSON.stringify([name, payload])));

  wanted = false;
  activity.forgetWords();
  over.abort();
  await playing;
  await play(activity.around(brain), "Private too", over.signal);
  expect(activity.list()).toMatchObject([
    { promptText: "", replyText: "", wordless: true },
    { promptText: "", replyText: "", wordless: true },
  ]);
  expect(told.join()).not.toMatch(/secret|more|Private/);
  expect(told.length).toBeGreaterThan(2);
});

test("a turn says whether more was asked than its last message", async () => {
  const activity = createActivity(() => true);
  const brain = activity.around(brainOf(async function* () {}));
  const alone = { ...request("Hi"), messages: request("Hi").messages.slice(0, 1) };
  const { signal } = new AbortController();
  for (const asked of [alone, { ...alone, system: ["Be kind."] }, request("Hi")])
    for await (const _event of brain.run(asked, signal));
  expect(activity.list().map(({ shortened }) => shortened)).toEqual([true, true, undefined]);
});

test("an answer is told in pieces, never again as a whole", async () => {
  const activity = createActivity(() => true);
  const grown: TurnGrowth[] = [];
  let entries = 0;
  activity.listen((name, payload) => {
    if (name === "turn.grew") grown.push(payload as TurnGrowth);
    if (name === "activity.changed") entries += 1;
  });
  const brain = brainOf(async function* () {
    yield accepted;
    for (let i = 0; i < 30; i++) {
      yield { type: "text", text: `word${i} ` };
      if (i % 10 === 0) await vi.waitFor(() => expect(grown.map(({ text }) => text).join("")).toContain(`word${i} `));
    }
    yield { type: "done", finishReason: "stop", usage };
  });
  await play(activity.around(brain));
  const [entry] = activity.list();
  expect(grown.map(({ text }) => text).join("")).toBe(entry?.replyText);
  const ends = grown.map(({ from, text }) => from + text.length);
  expect(grown.map(({ from }) => from)).toEqual([0, ...ends.slice(0, -1)]);
  expect(ends.at(-1)).toBe(entry?.replyLength);
  expect(entry).toMatchObject({ words: 30, finishReason: "stop" });
  expect(entries).toBe(4);
});

test("it is said why a turn ended: hung up by its client, or ended here", async () => {
  const activity = createActivity(() => true);
  const brain = brainOf(async function* (_request, signal) {
    yield accepted;
    yield { type: "text", text: "Well, one moment" };
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });
  for (const reason of [undefined, new BrainError("stopped", "The brain is stopped.")]) {
    const abort = new AbortController();
    const playing = play(activity.around(brain), "Hello", abort.signal);
    await vi.waitFor(() => expect(activity.list()[0]?.words).toBe(3));
    abort.abort(reason);
    await playing;
  }
  expect(activity.list()).toMatchObject([
    { state: "failed", error: "The brain is stopped.", words: 3 },
    { state: "stopped", words: 3 },
  ]);
});

test("tools are named, and what a speaking tool says is the answer", async () => {
  const activity = createActivity(() => true);
  const brain = brainOf(async function* () {
    yield accepted;
    yield { type: "tool_begin", index: 0, id: "c0", name: "say" };
    yield { type: "tool_arguments", index: 0, text: '{"text":"It \\u0069s' };
    yield { type: "tool_arguments", index: 0, text: ' raining."}' };
    yield { type: "tool_end", index: 0 };
    yield { type: "tool_begin", index: 1, id: "c1", name: "hang_up" };
    yield { type: "tool_end", index: 1 };
    yield { type: "done", finishReason: "tool_calls", usage };
  });
  const spoken = request("Weather?");
  spoken.caller = { ...spoken.caller, speaks: { tool: "say", argument: "text" } };
  for await (const _event of activity.around(brain).run(spoken, new AbortController().signal));
  expect(activity.list()).toMatchObject([
    { replyText: "It is raining.", spokenBy: "say", tools: ["hang_up"], finishReason: "tool_calls" },
  ]);
});

test("what the record holds is bounded, however long the texts are", async () => {
  const activity = createActivity(() => true);
  const brain = activity.around(
    brainOf(async function* () {
      yield accepted;
      for (let i = 0; i < 4; i++) yield { type: "text", text: `${i}`.repeat(20_000) };
      yield { type: "done", finishReason: "stop", usage };
    }),
  );
  const before = heapUsed();
  for (let i = 0; i < 220; i++) {
    const asked = request(`${i} ${"long ".repeat(100_000)}`);
    asked.caller.metadata = { note: "m".repeat(100_000) };
    asked.caller.user = "u".repeat(100_000);
    for await (const _event of brain.run(asked, new AbortController().signal));
  }
  const [entry] = activity.list();
  expect(JSON.stringify(entry).length).toBeLessThan(8_000);
  expect(heapUsed() - before).toBeLessThan(24_000_000);
});

/** Bytes in use once what is not needed is gone. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
