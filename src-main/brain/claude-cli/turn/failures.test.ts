import { afterEach, describe, expect, it } from "vitest";
import type { Reply } from "../../../demo/messages-api";
import { ask, assistant, listen, type RealBrain, startRealBrain, textOf, user } from "../../testing/real-brain";
import { BrainError, type TurnEvent } from "../../turn";

let open: RealBrain | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** Runs a turn that fails; what was said before, and how it failed. `hear` is told of each event. */
async function fails(
  real: RealBrain,
  hear: (event: TurnEvent) => void = () => {},
): Promise<{ text: string; error: BrainError }> {
  const events: TurnEvent[] = [];
  try {
    for await (const event of real.brain.run(ask([user("q")]), new AbortController().signal)) {
      events.push(event);
      hear(event);
    }
  } catch (error) {
    if (error instanceof BrainError) return { text: textOf(events), error };
    throw error;
  }
  throw new Error("the turn did not fail");
}

/** Answers the first requests as told and every later one well. */
const first = (...replies: Reply[]) => {
  let count = 0;
  return () => replies[count++] ?? { steps: [{ text: "Fine." }] };
};

describe("what the API answers", () => {
  it.each([
    [401, "auth_expired", "claude auth login"],
    [429, "rate_limited", "rate limit"],
    [400, "invalid_request", "refused"],
  ] as const)("%i is %s, never words of a reply", async (status, kind, words) => {
    open = await startRealBrain({ respond: () => ({ status, message: "boom" }) });
    const { text, error } = await fails(open);
    expect([text, error.kind]).toEqual(["", kind]);
    expect(error.message).toContain(words);
  });

  it.each([500, 529])("%i is tried once more, and the caller notices nothing", async (status) => {
    open = await startRealBrain({ respond: first({ status }) });
    expect(textOf(await listen(open.brain, ask([user("q")])))).toBe("Fine.");
    expect(open.upstream.requests).toHaveLength(2);
  });

  it("529 twice is an error", async () => {
    open = await startRealBrain({ respond: first({ status: 529 }, { status: 529 }) });
    expect((await fails(open)).error.kind).toBe("overloaded");
    expect(open.upstream.requests).toHaveLength(2);
  });

  it("an answer cut in the middle fails after its words, which are said once", async () => {
    let goOn = () => {};
    const heard = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    open = await startRealBrain({ respond: () => ({ steps: [{ text: "Half" }, { wait: heard }, { cut: true }] }) });
    const { text, error } = await fails(open, ({ type }) => type === "text" && goOn());
    expect([text, error.kind]).toEqual(["Half", "upstream_failed"]);
    expect(open.upstream.requests).toHaveLength(1);
  });

  it("silence ends with a timeout, before the first word and after it", async () => {
    const patience = { firstTokenSeconds: 4, gapSeconds: 1 };
    open = await startRealBrain({
      respond: first({ steps: [{ hang: true }] }, { steps: [{ text: "Er" }, { hang: true }] }),
      settings: patience,
    });
    expect((await fails(open)).error.kind).toBe("timeout");
    expect(await fails(open)).toMatchObject({ text: "Er", error: { kind: "timeout" } });
    expect(textOf(await listen(open.brain, ask([user("q")])))).toBe("Fine.");
  });

  it("a history that has grown too long is an error, never a summary in its place", async () => {
    open = await startRealBrain({
      respond: () => ({ steps: [{ text: "Long." }], usage: { input_tokens: 199_000, output_tokens: 100 } }),
    });
    const history = [user("word ".repeat(3000)), assistant("Long."), user("word ".repeat(3000)), assistant("Long.")];
    await listen(open.brain, ask(history.slice(0, 1)));
    const next = listen(open.brain, ask(history.slice(0, 3)));
    await expect(next).rejects.toMatchObject({ kind: "context_too_long" });
    expect(open.upstream.requests).toHaveLength(1);
  });

  it("a failed turn leaves nothing behind in the history", async () => {
    open = await startRealBrain({ respond: first({ steps: [{ text: "One." }] }, { status: 400, message: "bad" }) });
    await listen(open.brain, ask([user("a")]));
    const failing = open.brain.run(
      ask([user("a"), assistant("One."), user("bad question")]),
      new AbortController().signal,
    );
    await expect(
      failing[Symbol.asyncIterator]()
        .next()
        .then(() => listen(open?.brain as never, ask([user("x")]))),
    ).resolves.toBeDefined();
    await listen(open.brain, ask([user("a"), assistant("One."), user("b")]));
    expect(JSON.stringify(open.upstream.requests[open.upstream.requests.length - 1]?.body)).not.toContain(
      "bad question",
    );
  });
});

describe("what the request asks for", () => {
  const sent = () => open?.upstream.requests[open.upstream.requests.length - 1]?.body;
  const done = (events: TurnEvent[]) => events[events.length - 1];

  it("max tokens reach the API, and a cut answer ends with length and true usage", async () => {
    open = await startRealBrain({
      respond: () => ({
        steps: [{ text: "Cut" }],
        stopReason: "max_tokens",
        usage: { input_tokens: 9, cache_read_input_tokens: 4, output_tokens: 7 },
      }),
    });
    const events = await listen(open.brain, ask([user("q")], { maxTokens: 7 }));
    expect(textOf(events)).toBe("Cut");
    expect(done(events)).toMatchObject({
      finishReason: "length",
      usage: { promptTokens: 13, cachedTokens: 4, completionTokens: 7 },
    });
    expect(sent()?.max_tokens).toBe(7);
  });

  it("stop texts go to the API; blank ones, which it refuses, end the answer here", async () => {
    open = await startRealBrain({
      respond: () => ({ steps: [{ text: "one\n" }, { text: "\ntwo" }, { wait: 3000 }, { text: "three" }] }),
    });
    const events = await listen(open.brain, ask([user("q")], { stop: ["END", "\n\n"] }));
    expect(sent()?.["stop_sequences"]).toEqual(["END"]);
    expect([textOf(events), done(events)]).toMatchObject(["one", { finishReason: "stop" }]);
  });

  it("effort and thinking reach the API, and thinking is heard only by who wants it", async () => {
    open = await startRealBrain({ respond: () => ({ steps: [{ thinking: "Hm." }, { text: "Yes." }] }) });
    const plain = await listen(open.brain, ask([user("q")]));
    expect(sent()?.["thinking"]).toMatchObject({ type: "disabled" });
    expect(plain.some(({ type }) => type === "thinking")).toBe(false);
    const deep = await listen(open.brain, ask([user("q")], { effort: "high", thinking: true }));
    expect(sent()).toMatchObject({ output_config: { effort: "high" } });
    expect(sent()?.["thinking"]).not.toMatchObject({ type: "disabled" });
    expect(deep).toContainEqual({ type: "thinking", text: "Hm." });
  });

  it("an answer that has to be JSON streams as text", async () => {
    open = await startRealBrain({
      respond: (body) => ({
        steps: body.tools?.some(({ name }) => name === "StructuredOutput")
          ? [{ tool: "StructuredOutput", id: "toolu_s", input: ['{"a"', ":1}"] }]
          : [{ text: "no" }],
      }),
    });
    const schema = { type: "object", properties: { a: { type: "number" } }, required: ["a"] };
    const events = await listen(open.brain, ask([user("q")], { json: { schema } }));
    expect([textOf(events), done(events)]).toMatchObject(['{"a":1}', { finishReason: "stop" }]);
    const next = await listen(open.brain, ask([user("q"), assistant('{"a":1}'), user("again")], { json: { schema } }));
    expect(textOf(next)).toBe('{"a":1}');
  });

  it("the model of the request is used at once, and one that is not on the list never reaches the CLI", async () => {
    open = await startRealBrain({ respond: () => ({ steps: [{ text: "ok" }] }) });
    await listen(open.brain, ask([user("q")], { model: "claude-haiku-4-5" }));
    expect(sent()?.model).toBe("claude-haiku-4-5");
    const refused = listen(open.brain, ask([user("q")], { model: "--dangerous\nmodel" }));
    await expect(refused).rejects.toMatchObject({ kind: "model_not_found" });
    expect(open.upstream.requests).toHaveLength(1);
  });
});
