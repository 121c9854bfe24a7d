import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Respond } from "../../../demo/messages-api";
import {
  ask,
  assistant,
  clis,
  listen,
  type RealBrain,
  seenUpstream,
  startRealBrain,
  textOf,
  user,
  warmth,
} from "../../testing/real-brain";
import type { Message, Tool, TurnEvent } from "../../turn";

const weather: Tool = {
  name: "weather",
  description: `Weather of a city. ${"Long text. ".repeat(50)}`,
  parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
};

/** Calls the tool for two cities, then reports what came back; says something else when no tool is to be used. */
const respond: Respond = (body) => {
  const last = body.messages[body.messages.length - 1];
  const content = Array.isArray(last?.content) ? last.content : [];
  if (content.some(({ type }) => type === "tool_result")) return { steps: [{ text: "It rains." }] };
  const choice = (body["tool_choice"] as { type?: string } | undefined)?.type;
  if (!body.tools?.length || choice === "none") return { steps: [{ text: "No tool." }] };
  const id = `toolu_${Math.random().toString(36).slice(2)}`;
  return {
    steps: [
      { text: "Let me look." },
      { tool: "mcp__client__weather", id: `${id}a`, input: ['{"ci', 'ty":"Со', 'фия"}'] },
      ...(JSON.stringify(content).includes("two") ? [{ tool: "mcp__client__weather", id: `${id}b`, input: [] }] : []),
    ],
  };
};

function callsOf(events: TurnEvent[]): { id: string; name: string; arguments: string; pieces: number }[] {
  const calls: { id: string; name: string; arguments: string; pieces: number }[] = [];
  for (const event of events) {
    if (event.type === "tool_begin") calls.push({ id: event.id, name: event.name, arguments: "", pieces: 0 });
    const call = event.type === "tool_arguments" ? calls[event.index] : undefined;
    if (event.type !== "tool_arguments" || !call) continue;
    call.arguments += event.text;
    call.pieces += 1;
  }
  return calls;
}

const finish = (events: TurnEvent[]) => {
  const last = events[events.length - 1];
  return last?.type === "done" ? last.finishReason : undefined;
};
const result = (toolCallId: string, text: string): Message => ({
  role: "tool",
  toolCallId,
  content: [{ type: "text", text }],
});
const calling = (events: TurnEvent[], text = "Let me look."): Message => ({
  role: "assistant",
  text,
  toolCalls: callsOf(events).map(({ id, name, arguments: json }) => ({ id, name, arguments: json })),
});

describe.each(Object.entries(clis))("a client's tools on the %s CLI", (_name, cli) => {
  let open: RealBrain;
  const last = () => open.upstream.requests[open.upstream.requests.length - 1];
  beforeAll(async () => {
    open = await startRealBrain({ cli, respond });
  });
  afterAll(async () => open.close());
  const tooled = { tools: [weather] };

  it("streams a call and goes on in the very call when the result comes", async () => {
    const question = user("weather?");
    const first = await listen(open.brain, ask([question], tooled));
    expect(finish(first)).toBe("tool_calls");
    expect(callsOf(first)).toMatchObject([{ name: "weather", arguments: '{"city":"София"}', pieces: 3 }]);
    const history = [question, calling(first), result(callsOf(first)[0]?.id ?? "", "rain ☔ <b>")];
    const second = await listen(open.brain, ask(history, tooled));
    expect(warmth(second)).toBe("continued");
    expect([textOf(second), finish(second)]).toEqual(["It rains.", "stop"]);
    const third = await listen(open.brain, ask([...history, assistant("It rains."), user("weather again?")], tooled));
    expect(warmth(third)).toBe("continued");
    expect(seenUpstream(last())[2]).toEqual({
      role: "user",
      content: [
        { type: "tool_result", tool_use_id: callsOf(first)[0]?.id, content: [{ type: "text", text: "rain ☔ <b>" }] },
      ],
    });
  });

  it("takes several calls at once, told in one message or in turns, in any order", async () => {
    for (const telling of ["together", "in turns"]) {
      const first = await listen(open.brain, ask([user(`two ${telling}`)], tooled));
      const [a, b] = callsOf(first);
      expect(b?.arguments).toBe("{}");
      const both = calling(first);
      const alone = (index: number): Message =>
        ({
          ...both,
          text: index ? "" : "Let me look.",
          toolCalls: "toolCalls" in both ? both.toolCalls.slice(index, index + 1) : [],
        }) as Message;
      const told =
        telling === "together"
          ? [both, result(b?.id ?? "", "B"), result(a?.id ?? "", "A")]
          : [alone(0), result(a?.id ?? "", "A"), alone(1), result(b?.id ?? "", "CANCELLED")];
      const second = await listen(open.brain, ask([user(`two ${telling}`), ...told], tooled));
      expect([warmth(second), textOf(second)]).toEqual([
        telling === "together" ? "continued" : "continued",
        "It rains.",
      ]);
    }
  });

  it("hands on results of any size whole", async () => {
    for (const size of [100_000, 700_000]) {
      const question = user(`size ${size}`);
      const first = await listen(open.brain, ask([question], tooled));
      const big = "щ".repeat(size - 1);
      await listen(open.brain, ask([question, calling(first), result(callsOf(first)[0]?.id ?? "", big)], tooled));
      expect(JSON.stringify(last()?.body.messages)).toContain(big);
    }
  });

  it("asks the API for what tool_choice says", async () => {
    const choice = async (toolChoice: Parameters<typeof ask>[1]) => {
      const events = await listen(open.brain, ask([user("choose")], { ...tooled, ...toolChoice }));
      return [last()?.body["tool_choice"], finish(events)];
    };
    expect(await choice({ toolChoice: { mode: "auto" } })).toEqual([undefined, "tool_calls"]);
    expect(await choice({ toolChoice: { mode: "none" } })).toEqual([{ type: "none" }, "stop"]);
    expect(await choice({ toolChoice: { mode: "required" } })).toEqual([{ type: "any" }, "tool_calls"]);
    expect(await choice({ toolChoice: { mode: "named", name: "weather" }, parallelToolCalls: false })).toEqual([
      { type: "tool", name: "mcp__client__weather", disable_parallel_tool_use: true },
      "tool_calls",
    ]);
    expect(await choice({ toolChoice: { mode: "auto" } })).toEqual([undefined, "tool_calls"]);
  });

  it("seeds finished calls of another client's history", async () => {
    const elsewhere: Message = {
      role: "assistant",
      text: "",
      toolCalls: [{ id: "call_abc", name: "weather", arguments: '{"city":"Rome"}' }],
    };
    const events = await listen(
      open.brain,
      ask([user("q"), elsewhere, result("call_abc", "sunny"), assistant("Sunny."), user("no")]),
    );
    expect(textOf(events)).toBe("No tool.");
    expect(seenUpstream(last())[1]?.content).toEqual([
      { type: "tool_use", id: "call_abc", name: "mcp__client__weather", input: { city: "Rome" } },
    ]);
  });
});

describe("a result that never comes", () => {
  it("frees the process after the limit, and the late result is still answered", async () => {
    const open = await startRealBrain({ respond, settings: { toolResultSeconds: 1, spares: 1 } });
    try {
      const first = await listen(open.brain, ask([user("weather?")], { tools: [weather] }));
      const history = [user("weather?"), calling(first), result(callsOf(first)[0]?.id ?? "", "late")];
      const now = performance.now.bind(performance);
      vi.spyOn(performance, "now").mockImplementation(() => now() + 1200);
      // Another turn lets the pool look at what waits.
      await listen(open.brain, ask([user("hi")]));
      const second = await listen(open.brain, ask(history, { tools: [weather] }));
      expect(warmth(second)).not.toBe("continued");
      expect(textOf(second)).toBe("It rains.");
    } finally {
      vi.restoreAllMocks();
      await open.close();
    }
  });
});
