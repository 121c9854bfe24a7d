import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import type { Step } from "../../src-main/demo/messages-api";
import { askedText, type Scripted, startScripted } from "../clients/scripted";

const root = path.resolve(import.meta.dirname, "../..");

/** Answers that end when the test says so. */
class Answers {
  private readonly endings = new Map<string, () => void>();

  *to(question: string): Generator<Step> {
    yield { text: `${question}: ` };
    yield { wait: new Promise<void>((resolve) => this.endings.set(question, resolve)) };
    yield { text: "готово" };
  }

  end(question: string): void {
    this.endings.get(question)?.();
  }

  /** The questions that were put to the model, in order. */
  begun(): string[] {
    return [...this.endings.keys()];
  }
}

/** A question under way, and how it can be given up. */
interface Asked {
  question: string;
  answer: Promise<string | null | undefined>;
  leave(): void;
}

let serving: Scripted;
let answers: Answers;
test.beforeEach(async () => {
  answers = new Answers();
  serving = await startScripted(root, (body) => ({ steps: answers.to(askedText(body)) }), {
    brain: { maxTurns: 2, maxQueue: 2 },
  });
});
test.afterEach(async () => {
  for (const question of answers.begun()) answers.end(question);
  await serving?.stop();
});

function ask(question: string): Asked {
  const client = new OpenAI({ baseURL: serving.baseUrl, apiKey: serving.key, maxRetries: 0 });
  const left = new AbortController();
  const answer = client.chat.completions
    .create({ model: "claude-sonnet-4-6", messages: [{ role: "user", content: question }] }, { signal: left.signal })
    .then((completion) => completion.choices[0]?.message.content);
  answer.catch(() => {});
  return { question, answer, leave: () => left.abort() };
}

/** Waits until so many of them were refused, as a client is told to come again; the others wait in the queue. */
async function refused(asked: Asked[], count: number): Promise<Asked[]> {
  const out = new Set<Asked>();
  await new Promise<void>((resolve) => {
    for (const each of asked)
      each.answer.catch((error: unknown) => {
        if (error instanceof OpenAI.APIUserAbortError) return;
        expect(error).toBeInstanceOf(OpenAI.RateLimitError);
        expect(error).toMatchObject({ status: 429, code: "queue_full" });
        expect((error as InstanceType<typeof OpenAI.APIError>).headers?.get("retry-after")).toMatch(/^[1-9]\d*$/);
        if (out.add(each).size === count) resolve();
      });
  });
  return asked.filter((each) => !out.has(each));
}

test("a full queue refuses, who waits is served, and who leaves makes room", async () => {
  const running = ["перша", "друга"].map(ask);
  await expect.poll(() => answers.begun().length).toBe(2);
  const [leaver, patient] = await refused(["третя", "четверта", "п'ята"].map(ask), 1);
  leaver?.leave();
  await expect(leaver?.answer).rejects.toThrow();
  const [late] = await refused(["шоста", "сьома", "восьма"].map(ask), 2);

  for (const { question, answer } of running) {
    answers.end(question);
    expect(await answer).toBe(`${question}: готово`);
  }
  for (const { question, answer } of [patient, late] as Asked[]) {
    await expect.poll(() => answers.begun()).toContain(question);
    answers.end(question);
    expect(await answer).toBe(`${question}: готово`);
  }
  expect(answers.begun()).not.toContain(leaver?.question);
});
