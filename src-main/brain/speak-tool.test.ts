import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speak } from "./speak-tool";
import { SpokenArgument } from "./spoken-argument";
import type { TurnEvent } from "./turn";

/** `text` in pieces that end at these places. */
function cut(text: string, places: number[]): string[] {
  const ends = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...ends].map((start, i) => text.slice(start, ends[i] ?? text.length));
}

/** JSON of an object as different models write it: any character may be escaped, blanks may stand anywhere. */
function write(entries: [string, unknown][], mark: (char: string) => boolean, blank: string): string {
  const string = (text: string) =>
    JSON.stringify(text).replace(/\\u[0-9a-f]{4}|\\.|[^"\\]/gs, (char) =>
      char.length === 1 && mark(char) ? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}` : char,
    );
  const value = (each: unknown) => (typeof each === "string" ? string(each) : JSON.stringify(each));
  const fields = entries.map(([key, each]) => `${blank}${string(key)}${blank}:${blank}${value(each)}${blank}`);
  return `${blank}{${fields.join(",")}}${blank}`;
}

const anyText = fc.string({ unit: "binary" });
const decoys = fc.array(
  fc.tuple(
    anyText.filter((key) => key !== "message"),
    fc.oneof(anyText, fc.jsonValue(), fc.constant({ message: "not this", a: ['{"message":"nor this"}'] })),
  ),
  { maxLength: 3 },
);

const whole = (text: string) => !/\p{Surrogate}/u.test(text);

describe("the text of an argument", () => {
  it("is whole, and right at every cut, whatever stands around it", () => {
    fc.assert(
      fc.property(
        anyText,
        decoys,
        decoys,
        fc.array(fc.nat()),
        fc.func(fc.boolean()),
        fc.constantFrom("", " ", "\n\t"),
        (message, before, after, places, mark, blank) => {
          const json = write([...before, ["message", message], ...after], mark, blank);
          const argument = new SpokenArgument("message");
          let told = "";
          for (const piece of cut(json, places)) {
            told += argument.push(piece);
            expect(message.startsWith(told)).toBe(true);
            if (whole(message)) expect(whole(told)).toBe(true);
          }
          expect(told).toBe(message);
          expect(argument.found).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("comes as soon as it can be known, and never in halves", () => {
    const json = String.raw`{"to":"Al","message":"H\u0438\n\ud83d\udc4b \"q\" 👋"}`;
    const argument = new SpokenArgument("message");
    const told = [...Array(json.length).keys()].map((i) => argument.push(json.charAt(i))).filter((text) => text !== "");
    expect(told).toEqual(["H", "и", "\n", "👋", " ", '"', "q", '"', " ", "👋"]);
  });

  it.each([
    ["another argument of the same name further in", '{"a":{"message":"x"},"b":["message","x"]}'],
    ["no text", '{"message":{"message":"x"}}'],
    ["a number", '{"message":7}'],
    ["no object", '["message","x"]'],
    ["a text alone", '"message"'],
  ])("is not there: %s", (_, json) => {
    const argument = new SpokenArgument("message");
    expect(argument.push(json)).toBe("");
    expect(argument.found).toBe(false);
  });

  it.each([
    ["an escape that does not exist", String.raw`{"message":"ab\x41"}`],
    ["a code that is none", String.raw`{"message":"ab\u00zz"}`],
  ])("stops before %s", (_, json) => {
    expect(new SpokenArgument("message").push(json)).toBe("ab");
  });

  it("is the first where a model gives two", () => {
    expect(new SpokenArgument("message").push('{"message":"one","message":"two"}')).toBe("one");
  });
});

const done = (finishReason: "stop" | "tool_calls" | "length" = "tool_calls"): TurnEvent => ({
  type: "done",
  finishReason,
  usage: { promptTokens: 1, completionTokens: 1, cachedTokens: 0, reasoningTokens: 0 },
});
const call = (index: number, name: string, ...pieces: string[]): TurnEvent[] => [
  { type: "tool_begin", index, id: `call_${index}`, name },
  ...pieces.map((text): TurnEvent => ({ type: "tool_arguments", index, text })),
  { type: "tool_end", index },
];
async function spoken(...events: TurnEvent[]): Promise<TurnEvent[]> {
  const told: TurnEvent[] = [];
  const turn = (async function* () {
    yield* events;
  })();
  for await (const event of speak(turn, { tool: "send_message", argument: "message" })) told.push(event);
  return told;
}

describe("a turn that speaks through a tool", () => {
  it("is told as text and ends as an answer does", async () => {
    expect(await spoken(...call(0, "send_message", '{"message":"Доб', 'рого дня"', "}"), done())).toEqual([
      { type: "text", text: "Доб" },
      { type: "text", text: "рого дня" },
      done("stop"),
    ]);
  });

  it("keeps other calls, and then its end", async () => {
    const weather = call(1, "weather", '{"message":"Kyiv"}');
    expect(await spoken(...call(0, "send_message", '{"message":"Let me see"}'), ...weather, done())).toEqual([
      { type: "text", text: "Let me see" },
      ...weather,
      done(),
    ]);
  });

  it("keeps two texts apart", async () => {
    const say = (index: number, text: string) => call(index, "send_message", JSON.stringify({ message: text }));
    const told = await spoken(
      { type: "text", text: "One." },
      ...say(0, "Two."),
      ...say(1, "Three. "),
      ...say(2, "4"),
      done(),
    );
    expect(told.map((event) => (event.type === "text" ? event.text : ""))).toEqual([
      "One.",
      "\nTwo.",
      "\nThree. ",
      "4",
      "",
    ]);
  });

  it("that was cut off keeps its reason", async () => {
    expect(await spoken(...call(0, "send_message", '{"message":"Once upon'), done("length"))).toEqual([
      { type: "text", text: "Once upon" },
      done("length"),
    ]);
  });

  it("says nothing: the call is told as it is", async () => {
    const silent = call(0, "send_message", '{"text":"hi"}');
    expect(await spoken(...silent, done())).toEqual([...silent, done()]);
    const empty = call(0, "send_message");
    expect(await spoken(...empty, done())).toEqual([...empty, done()]);
  });
});
