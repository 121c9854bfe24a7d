import path from "node:path";
import { expect, test } from "@playwright/test";
import { seenUpstream } from "../../src-main/brain/testing/real-brain";
import type { Step } from "../../src-main/demo/messages-api";
import { preparePython } from "./python";
import { reported, runExample } from "./run-example";
import { askedText, type Scripted, say, startScripted } from "./scripted";
import { cities, createWeatherModel, furtherWords, question, thanks } from "./weather-model";

const root = path.resolve(import.meta.dirname, "../..");
const agent = path.join(import.meta.dirname, "programs", "pipecat_voice.py");
const request = "Розкажи довгу казку 📖";
const interruption = "Зачекай, скажи коротко.";
const short = "Добре, коротко: усе закінчилося добре.";

/** A tale of many minutes, told a hundred times as fast as it is spoken. */
function* tale(): Generator<Step> {
  for (let sentence = 1; sentence < 2000; sentence += 1) yield* say(` Це речення номер ${sentence} казки.`, 1);
}

let python: string | undefined;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  python = await preparePython(root);
});
test.beforeEach(() => test.skip(!python, "there is no Python 3.10 or newer here"));

let serving: Scripted;
test.afterEach(() => serving?.stop());

test("a Pipecat agent that is interrupted goes on from what it has said", async () => {
  serving = await startScripted(root, (body) => ({
    steps: askedText(body).includes("казку") ? tale() : say(short, 5),
  }));
  const turns = [
    { say: request, until: "номер 2 " },
    { say: interruption, until: "закінчилося добре." },
  ];
  const [told, answer] = reported<string[]>(
    await runExample(serving, python as string, [agent, JSON.stringify(turns)]),
  );
  expect(told).toMatch(/^(Це речення номер \d казки\. ?){2,9}$/);
  expect(answer).toBe(short);

  const [first, second] = serving.upstream.requests;
  await first?.aborted;
  expect(first?.abortedAt).toBeLessThan(second?.at ?? 0);
  expect(seenUpstream(second)).toEqual([
    { role: "user", content: [{ type: "text", text: request }] },
    { role: "assistant", content: [{ type: "text", text: told }] },
    { role: "user", content: [{ type: "text", text: interruption }] },
  ]);
  expect(serving.upstream.requests).toHaveLength(2);
});

test("a Pipecat agent that is interrupted while its functions run tells that they were given up", async () => {
  serving = await startScripted(root, createWeatherModel());
  const turns = [
    { say: question, until: "подивлюся.", calls: 2 },
    { say: thanks, until: "ще!" },
  ];
  const said = await runExample(serving, python as string, [agent, JSON.stringify(turns)], {
    FUNCTION_TAKES_SECONDS: "60",
  });
  expect(reported(said)).toEqual(["Зараз подивлюся.", furtherWords]);
  const given = { type: "tool_result", content: [{ type: "text", text: "CANCELLED" }] };
  expect(seenUpstream(serving.upstream.requests[1])).toMatchObject([
    { role: "user", content: [{ text: question }] },
    // Pipecat tells calls made at once as one after the other.
    { role: "assistant", content: [{ text: "Зараз подивлюся." }, { type: "tool_use", input: { city: cities[0] } }] },
    { role: "user", content: [given] },
    { role: "assistant", content: [{ type: "tool_use", input: { city: cities[1] } }] },
    { role: "user", content: [given, { text: thanks }] },
  ]);
  expect(serving.upstream.requests).toHaveLength(2);
});

test("a Pipecat agent that asks again because no word came is answered once", async () => {
  let asked = 0;
  serving = await startScripted(root, () => {
    asked += 1;
    return { steps: asked === 1 ? [{ hang: true }] : say(short, 5) };
  });
  const turns = [{ say: request, until: "закінчилося добре." }];
  const said = await runExample(serving, python as string, [agent, JSON.stringify(turns)], {
    RETRY_AFTER_SECONDS: "1",
  });
  expect(reported(said)).toEqual([short]);
  await serving.upstream.requests[0]?.aborted;
  expect(serving.upstream.requests.map((each) => seenUpstream(each))).toEqual([
    [{ role: "user", content: [{ type: "text", text: request }] }],
    [{ role: "user", content: [{ type: "text", text: request }] }],
  ]);
});
