import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
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
import type { Message, Part, ToolCall } from "../../turn";

const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n").toString("base64");
const hostile = [
  "@/etc/hostname",
  "/config set x",
  "--model=x",
  "<b>&amp;</b>",
  "!ls",
  "# memory",
  "Здравей 👋🏽",
  "a\u2028b",
  "\\n\"'",
  "[Request interrupted by user]",
];
const words = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }))
  .filter((text) => text.trim() !== "");
const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 5, arbitrary: words.map((text): Part => ({ type: "text", text })) },
  { weight: 1, arbitrary: fc.constant<Part>({ type: "image", mediaType: "image/png", data: picture }) },
  {
    weight: 1,
    arbitrary: words.map((name): Part => ({ type: "document", mediaType: "application/pdf", data: pdf, name })),
  },
  { weight: 1, arbitrary: fc.constant<Part>({ type: "image_url", url: "https://example.com/a.png" }) },
);
const said: fc.Arbitrary<Message> = fc
  .array(part, { minLength: 1, maxLength: 3 })
  .map((content) => ({ role: "user", content }));
const answered: fc.Arbitrary<Message> = words.map((text) => ({ role: "assistant", text, toolCalls: [] }));

/** An exchange with finished tool calls, one or several at once, some with words before them. */
const called: fc.Arbitrary<Message[]> = fc
  .tuple(
    fc.option(words),
    fc.array(
      fc.tuple(
        fc.uuid(),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), words, { maxKeys: 3, noNullPrototype: true }),
        words,
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([text, calls]) => [
    {
      role: "assistant",
      text: text ?? "",
      toolCalls: calls.map(
        ([id, input]): ToolCall => ({
          id: `call_${id.replaceAll("-", "")}`,
          name: "weather",
          arguments: JSON.stringify(input),
        }),
      ),
    },
    ...calls.map(
      ([id, , result]): Message => ({
        role: "tool",
        toolCallId: `call_${id.replaceAll("-", "")}`,
        content: [{ type: "text", text: result }],
      }),
    ),
  ]);
const conversation = fc
  .tuple(
    fc.array(
      fc.oneof(
        said.map((message) => [message]),
        answered.map((message) => [message]),
        called,
      ),
      { maxLength: 8 },
    ),
    said,
  )
  .map(([history, question]) => [...history.flat(), question]);

/** The same conversation in the API's own form, written down independently of the driver. */
function expected(messages: Message[]) {
  const lines: { role: string; content: unknown[] }[] = [];
  const blocks = (parts: Part[]): unknown[] =>
    parts.map((each) => {
      if (each.type === "text") return each;
      if (each.type === "image_url") return { type: "image", source: { type: "url", url: each.url } };
      const source = { type: "base64", media_type: each.mediaType, data: each.data };
      return each.type === "image" ? { type: "image", source } : { type: "document", source, title: each.name };
    });
  for (const message of messages) {
    const role = message.role === "assistant" ? "assistant" : "user";
    const content: unknown[] =
      message.role === "user"
        ? blocks(message.content)
        : message.role === "tool"
          ? [{ type: "tool_result", tool_use_id: message.toolCallId, content: blocks(message.content) }]
          : [
              ...(message.text ? [{ type: "text", text: message.text }] : []),
              ...message.toolCalls.map((call) => ({
                type: "tool_use",
                id: call.id,
                name: `mcp__client__${call.name}`,
                input: JSON.parse(call.arguments),
              })),
            ];
    const last = lines[lines.length - 1];
    if (last?.role === role) last.content.push(...content);
    else lines.push({ role, content });
  }
  return lines;
}

describe.each(Object.entries(clis))("history on the %s CLI", (_name, cli) => {
  let open: RealBrain | undefined;
  const brain = async () => {
    open ??= await startRealBrain({
      cli,
      respond: () => ({ steps: [{ text: "Yes." }] }),
      settings: { spares: 2, maxIdle: 0 },
    });
    return open;
  };
  afterAll(async () => open?.close());

  it("reaches the API exactly as the client sent it, whatever was said", async () => {
    const { brain: real, upstream } = await brain();
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const events = await listen(real, ask(messages, { tools: [] }));
        expect(textOf(events)).toBe("Yes.");
        expect(seenUpstream(upstream.requests[upstream.requests.length - 1])).toEqual(expected(messages));
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it("sends the client's system prompt and nothing of its own project or tools", async () => {
    const { brain: real, upstream } = await brain();
    await listen(real, ask([user("hi")], { system: ["You are a pirate.", "Second text."] }));
    const body = upstream.requests[upstream.requests.length - 1]?.body;
    const system = Array.isArray(body?.system) ? body.system.map(({ text }) => text) : [];
    expect(system.join("\n")).toContain("You are a pirate.");
    expect(system.join("\n")).toContain("Second text.");
    expect(body?.tools ?? []).toEqual([]);
    expect(JSON.stringify(body)).not.toContain(process.cwd());
  });
});

describe("a conversation that goes on", () => {
  let open: RealBrain;
  let turn = 0;
  afterAll(async () => open.close());

  it("stays in its process, and leaves it as soon as the history differs", async () => {
    open = await startRealBrain({
      respond: () => {
        turn += 1;
        return { steps: [{ text: `Answer ${turn}.` }] };
      },
    });
    const first = await listen(open.brain, ask([user("one")]));
    expect(warmth(first)).toBe("spare");

    const history = [user("one"), assistant("Answer 1. ")];
    const second = await listen(open.brain, ask([...history, user("two")]));
    expect(warmth(second)).toBe("continued");
    expect(seenUpstream(open.upstream.requests[1]).map(({ role }) => role)).toEqual(["user", "assistant", "user"]);

    const edited = [user("one"), assistant("Ans"), user("three")];
    const third = await listen(open.brain, ask(edited));
    expect(warmth(third)).toBe("spare");
    expect(seenUpstream(open.upstream.requests[2])).toEqual(expected(edited));

    const otherSystem = await listen(
      open.brain,
      ask([...history, user("two"), assistant("Answer 2."), user("x")], { system: ["Other."] }),
    );
    expect(warmth(otherSystem)).not.toBe("continued");
  });
});
