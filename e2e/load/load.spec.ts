import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import { askedText, type Scripted, say, startScripted } from "../clients/scripted";
import { claudeProcessesOf } from "../desktop/processes";

const root = path.resolve(import.meta.dirname, "../..");
const streams = 50;

const answerTo = (question: string): string =>
  Array.from({ length: 60 }, (_, word) => `${question}-слово${word}`).join(" ");

let serving: Scripted;
test.afterEach(() => serving?.stop());

test(`${streams} people talk at once and each hears their own answer whole`, async () => {
  test.setTimeout(180_000);
  serving = await startScripted(root, (body) => ({ steps: say(answerTo(askedText(body)), 20) }), {
    brain: { maxTurns: streams, firstTokenSeconds: 120 },
  });
  const client = new OpenAI({ baseURL: serving.baseUrl, apiKey: serving.key, maxRetries: 0 });
  const hear = async (question: string) => {
    const stream = await client.chat.completions.create({
      model: "claude-sonnet-4-6",
      messages: [{ role: "user", content: question }],
      stream: true,
    });
    let words = "";
    let reason: string | null | undefined;
    for await (const chunk of stream) {
      words += chunk.choices[0]?.delta.content ?? "";
      reason = chunk.choices[0]?.finish_reason ?? reason;
    }
    return { words, reason };
  };
  const questions = Array.from({ length: streams }, (_, index) => `людина${index}`);
  const heard = await Promise.all(questions.map(hear));
  expect(heard).toEqual(questions.map((question) => ({ words: answerTo(question), reason: "stop" })));
  // What is over its limits of idle processes goes again.
  if (process.platform === "linux")
    await expect.poll(() => claudeProcessesOf(serving.home).length, { timeout: 30_000 }).toBeLessThanOrEqual(6);
});
