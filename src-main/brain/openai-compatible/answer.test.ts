import { describe, expect, it } from "vitest";
import { event, stream } from "../testing/chat-server";
import { textOf } from "../testing/real-brain";
import { callsOf, doneOf, runDriver } from "../testing/run-driver";
import { end, hello, says, start, tells, words } from "./testing/start";

describe("an answer", () => {
  it("streams, with its reason and tokens", async () => {
    const usage = {
      prompt_tokens: 20,
      completion_tokens: 4,
      prompt_tokens_details: { cached_tokens: 16 },
      completion_tokens_details: { reasoning_tokens: 2 },
    };
    const { driver } = await start(
      says(...words, event({}, "length"), `data: ${JSON.stringify({ choices: [], usage })}\n\n`, "data: [DONE]\n\n"),
    );
    const events = await runDriver(driver, hello);
    expect(events.map(({ type }) => type)).toEqual(["accepted", "text", "text", "done"]);
    expect(textOf(events)).toBe("Привіт 👋");
    expect(doneOf(events)).toEqual({
      reason: "length",
      usage: { promptTokens: 20, completionTokens: 4, cachedTokens: 16, reasoningTokens: 2 },
    });
  });

  it("is read whole from bytes cut anywhere, with comments and any line ends", async () => {
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      const text = [": keep-alive\n\n", "event: message\n", ...words, ...end].join("").replaceAll("\n", lineEnd);
      const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
      const { driver } = await start(says(...bytes));
      expect(textOf(await runDriver(driver, hello))).toBe("Привіт 👋");
    }
  });

  it("needs no [DONE] after its reason, no reason before its [DONE], and no stream", async () => {
    const whole = { choices: [{ message: { role: "assistant", content: "Привіт 👋" }, finish_reason: "stop" }] };
    for (const answer of [
      says(...words, event({}, "stop")),
      says(...words, "data: [DONE]"),
      says(...words, `data: ${JSON.stringify({ choices: [{ delta: { content: 5 }, finish_reason: "stop" }] })}`),
      tells(200, whole),
    ]) {
      const { driver } = await start(answer);
      const events = await runDriver(driver, hello);
      expect([textOf(events), doneOf(events)?.reason]).toEqual(["Привіт 👋", "stop"]);
    }
  });

  it("ends with [DONE], whether the server hangs up or not", async () => {
    const { driver, server } = await start((res) => stream(res, [...words, ...end]));
    expect(textOf(await runDriver(driver, hello))).toBe("Привіт 👋");
    await server.requests[0]?.aborted;
  });

  it("thinks aloud, under either name, for those who want to hear it", async () => {
    const { driver, server } = await start(
      says(event({ reasoning_content: "h" }), event({ reasoning: "m" }), ...words, ...end),
    );
    const heard = async (thinking: boolean) =>
      (await runDriver(driver, { ...hello, thinking }))
        .map((said) => (said.type === "thinking" ? said.text : ""))
        .join("");
    expect([await heard(true), await heard(false)]).toEqual(["hm", ""]);
    expect(server.requests.map(({ body }) => body["include_reasoning"])).toEqual([true, undefined]);
  });

  it("that is cancelled closes the connection and is no error", async () => {
    const { driver, server } = await start((res) => stream(res, words));
    const controller = new AbortController();
    const events = await runDriver(driver, hello, {
      signal: controller.signal,
      heard: ({ type }) => type === "text" && controller.abort(),
    });
    expect(doneOf(events)).toBeUndefined();
    await server.requests[0]?.aborted;
  });
});

describe("tool calls", () => {
  const call = (index: number | undefined, id: string | undefined, name: string | undefined, json: unknown) =>
    event({ tool_calls: [{ index, id, type: "function", function: { name, arguments: json } }] });
  const two = [
    { id: "a", name: "weather", arguments: '{"city":"Kyiv"}', ended: true },
    { id: "b", name: "now", arguments: "{}", ended: true },
  ];
  it.each([
    [
      "piece by piece",
      [
        call(0, "a", "weather", ""),
        call(0, undefined, undefined, '{"city":'),
        call(0, undefined, undefined, '"Kyiv"}'),
        call(1, "b", "now", ""),
      ],
    ],
    ["all with the index 0", [call(0, "a", "weather", '{"city":"Kyiv"}'), call(0, "b", "now", "{}")]],
    [
      "without an index, arguments as an object",
      [call(undefined, "a", "weather", { city: "Kyiv" }), call(undefined, "b", "now", {})],
    ],
    [
      "with the id and name repeated",
      [call(0, "a", "weather", '{"city":'), call(0, "a", "weather", '"Kyiv"}'), call(1, "b", "now", "{}")],
    ],
  ])("%s", async (_, pieces) => {
    // Some servers give the reason "stop" here.
    for (const reason of ["tool_calls", "stop"]) {
      const { driver } = await start(says(...pieces, event({}, reason), "data: [DONE]\n\n"));
      const events = await runDriver(driver, hello);
      expect(callsOf(events)).toEqual(two);
      expect(doneOf(events)?.reason).toBe("tool_calls");
    }
  });
});
