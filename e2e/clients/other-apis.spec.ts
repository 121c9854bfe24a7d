import path from "node:path";
import { expect, test } from "@playwright/test";
import { preparePython } from "./python";
import { reported, runExample } from "./run-example";
import { processOf, type Scripted, startScripted } from "./scripted";
import { cities, createWeatherModel, finalWords, furtherWords, question, thanks } from "./weather-model";

const root = path.resolve(import.meta.dirname, "../..");

let python: string | undefined;
let serving: Scripted;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  python = await preparePython(root);
});
test.beforeEach(async () => {
  test.skip(!python, "there is no Python 3.10 or newer here");
  serving = await startScripted(root, createWeatherModel());
});
test.afterEach(() => serving?.stop());

const clients = {
  "openai-python over Responses": "openai_responses.py",
  "the OpenAI Agents SDK": "openai_agents.py",
  "anthropic-python": "anthropic_messages.py",
};

for (const [client, file] of Object.entries(clients)) {
  for (const way of ["stream", "whole"]) {
    test(`${client} calls two functions at once and goes on in the same process (${way})`, async () => {
      const program = path.join(import.meta.dirname, "programs", file);
      expect(reported(await runExample(serving, python as string, [program, way, question, thanks]))).toEqual({
        calls: cities.map((city) => ({ name: "get_weather", arguments: { city, when: "сьогодні" } })),
        final: finalWords(),
        further: furtherWords,
      });
      const { requests } = serving.upstream;
      expect(requests).toHaveLength(3);
      expect(new Set(requests.map(processOf)).size).toBe(1);
    });
  }
}
