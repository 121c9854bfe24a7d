import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import { seenUpstream } from "../../src-main/brain/testing/real-brain";
import { claudeProcessesOf } from "../desktop/processes";
import { preparePython } from "./python";
import { repliesIn, reported, runExample } from "./run-example";
import { processOf, type Scripted, startScripted } from "./scripted";
import {
  cities,
  createWeatherModel,
  finalWords,
  furtherWords,
  jsonReport,
  question,
  report,
  thanks,
} from "./weather-model";

const root = path.resolve(import.meta.dirname, "../..");

let serving: Scripted;
/** The CLI processes that ran while each request was under way upstream. */
let claudes: number[][];
test.beforeEach(async () => {
  const model = createWeatherModel();
  claudes = [];
  serving = await startScripted(root, (body, recorded) => {
    if (body.stream && process.platform === "linux")
      claudes.push(claudeProcessesOf(serving.home).map(({ pid }) => pid));
    return model(body, recorded);
  });
});
test.afterEach(() => serving.stop());

/** The model asked, got both results under their own calls, and went on: in the very process that had asked. */
function expectContinued(told = report): void {
  const { requests } = serving.upstream;
  const asked = [
    { type: "text", text: "Зараз подивлюся." },
    ...cities.map((city) => ({
      type: "tool_use",
      id: expect.any(String),
      name: "mcp__client__get_weather",
      input: { city, when: "сьогодні" },
    })),
  ];
  const results = cities.map((city) => ({
    type: "tool_result",
    tool_use_id: expect.any(String),
    content: [{ type: "text", text: told(city) }],
  }));
  const history = [
    { role: "user", content: [{ type: "text", text: question }] },
    { role: "assistant", content: asked },
    { role: "user", content: results },
  ];
  expect(seenUpstream(requests[1])).toEqual(history);
  expect(seenUpstream(requests[2])).toEqual([
    ...history,
    { role: "assistant", content: [{ type: "text", text: finalWords(told) }] },
    { role: "user", content: [{ type: "text", text: thanks }] },
  ]);
  expect(requests).toHaveLength(3);
  expect(new Set(requests.map(processOf)).size).toBe(1);
  // The one that answers and the two in waiting.
  for (const running of claudes) expect(running.length).toBeLessThanOrEqual(3);
}

test.describe("Python", () => {
  let python: string | undefined;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    python = await preparePython(root);
  });
  test.beforeEach(() => test.skip(!python, "there is no Python 3.10 or newer here"));

  for (const way of ["stream", "whole"]) {
    test(`openai-python calls two functions at once (${way})`, async () => {
      const program = path.join(import.meta.dirname, "programs", "openai_functions.py");
      expect(reported(await runExample(serving, python as string, [program, way, question, thanks]))).toEqual({
        calls: cities.map((city) => ({ name: "get_weather", arguments: { city, when: "сьогодні" } })),
        reasons: ["tool_calls", "stop"],
        final: finalWords(),
        further: furtherWords,
      });
      expectContinued();
    });
  }

  test("a Pipecat agent calls two functions that take their time, and its words come", async () => {
    const program = path.join(root, "examples", "pipecat_functions.py");
    const said = await runExample(serving, python as string, [program, question, thanks]);
    expect(said.exitCode, said.stderr).toBe(0);
    const [first, second] = repliesIn(said);
    for (const city of cities) expect(first).toContain(`[get_weather ${city}]`);
    expect(first).toContain(finalWords(jsonReport));
    expect(second).toBe(furtherWords);
    expectContinued(jsonReport);
  });

  test("a Pipecat voice agent speaks while its functions run, and their results are told", async () => {
    const program = path.join(import.meta.dirname, "programs", "pipecat_voice.py");
    const turns = [
      { say: question, until: "🌧" },
      { say: thanks, until: "ще!" },
    ];
    const said = await runExample(serving, python as string, [program, JSON.stringify(turns)]);
    const [first, second] = reported<string[]>(said);
    expect(first).toBe(`Зараз подивлюся. ${finalWords(jsonReport)}`);
    expect(second).toBe(furtherWords);
    expectContinued(jsonReport);
  });
});

for (const stream of [true, false]) {
  test(`openai npm runs the tools itself (${stream ? "stream" : "whole"})`, async () => {
    const client = new OpenAI({ baseURL: serving.baseUrl, apiKey: serving.key, maxRetries: 0 });
    const ran: unknown[] = [];
    const getWeather = async (args: { city: string; when: string }) => {
      ran.push(args);
      return report(args.city);
    };
    const tools = [
      {
        type: "function" as const,
        function: {
          name: "get_weather",
          description: "Weather of a city.",
          parse: JSON.parse as (text: string) => { city: string; when: string },
          parameters: { type: "object", properties: { city: { type: "string" }, when: { type: "string" } } },
          function: getWeather,
        },
      },
    ];
    const converse = async (messages: OpenAI.ChatCompletionMessageParam[]) => {
      const asked = { model: "claude-sonnet-4-6", messages, tools };
      const runner = stream
        ? client.chat.completions.runTools({ ...asked, stream })
        : client.chat.completions.runTools({ ...asked, stream });
      return { words: await runner.finalContent(), messages: runner.messages };
    };
    const first = await converse([{ role: "user", content: question }]);
    expect(first.words).toBe(finalWords());
    expect(ran).toEqual(cities.map((city) => ({ city, when: "сьогодні" })));
    const second = await converse([...first.messages, { role: "user", content: thanks }]);
    expect(second.words).toBe(furtherWords);
    expectContinued();
  });
}
