import { expect, test, vi } from "vitest";
import type { Brain } from "../brain/brain";
import { BrainError, type TurnEvent, type TurnRequest } from "../brain/turn";
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
  activity.onChange((entry) => states.push(entry.state));
  const brain = brainOf(async function* () {
    yield accepted;
    yield { type: "text", text: "Hi " };
    yield { type: "text", text: "there" };
    yield { type: "done", finishReason: "stop", usage };
  });
  await play(activity.around(brain), "x".repeat(3000));
  expect(states).toEqual(["queued", "running", "done"]);
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
  activity.onChange((entry) => told.push(JSON.stringify(entry)));

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
