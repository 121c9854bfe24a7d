import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import { preparePython } from "./python";
import { repliesIn, runExample, type Said } from "./run-example";
import { type Serving, startServe } from "./serve";

const root = path.resolve(import.meta.dirname, "../..");
const example = (name: string) => path.join(root, "examples", name);
const first = "Привіт, я Олена 👋 з Києва, і мені подобається синій колір 💙";
const second = "Що я сказала спочатку? 🤔";

let serving: Serving;
test.beforeAll(async () => {
  serving = await startServe(root, { args: ["--demo"] });
});
test.afterAll(() => serving.stop());

/** What a person sees: both replies whole, growing on the screen, the second one knowing what was said first. */
function expectConversation(said: Said): void {
  expect(said.exitCode, said.stderr).toBe(0);
  const replies = repliesIn(said);
  expect(replies).toHaveLength(2);
  for (const reply of replies) expect(reply).not.toBe("");
  expect(replies[0]).toContain("Олена 👋");
  expect(replies[1]).toContain("Олена 👋");
  expect(said.text).not.toContain("\ufffd");
  expect(said.pieces.length).toBeGreaterThan(4);
}

test.describe("Python", () => {
  let python: string | undefined;
  test.beforeAll(async () => {
    // The first time, the clients are installed.
    test.setTimeout(300_000);
    python = await preparePython(root);
  });

  for (const name of ["pipecat_agent.py", "openai_python.py"]) {
    test(`${name} holds a conversation`, async () => {
      test.skip(!python, "there is no Python 3.10 or newer here");
      expectConversation(await runExample(serving, python as string, [example(name), first, second]));
    });
  }

  test("a Pipecat agent with the wrong key says why and ends", async () => {
    test.skip(!python, "there is no Python 3.10 or newer here");
    const stranger = { ...serving, key: "wrong" };
    const said = await runExample(stranger, python as string, [example("pipecat_agent.py"), first]);
    expect(said.exitCode).toBe(1);
    expect(said.stderr).toContain("API key");
  });
});

test("openai_node.mjs holds a conversation", async () => {
  expectConversation(await runExample(serving, process.execPath, [example("openai_node.mjs"), first, second]));
});

test("curl.sh shows the events of two turns as they come", async () => {
  test.skip(process.platform === "win32", "needs a shell");
  const ask = async (messages: unknown[]) => {
    const said = await runExample(serving, "sh", [example("curl.sh"), JSON.stringify(messages)]);
    expect(said.exitCode, said.stderr).toBe(0);
    expect(said.text.trimEnd().endsWith("data: [DONE]")).toBe(true);
    expect(said.pieces.length).toBeGreaterThan(2);
    return [...said.text.matchAll(/^data: (\{.*\})$/gm)]
      .map((match) => JSON.parse(match[1] as string).choices[0]?.delta.content ?? "")
      .join("");
  };
  const history: { role: string; content: string }[] = [{ role: "user", content: first }];
  const reply = await ask(history);
  expect(reply).toContain("Олена 👋");
  history.push({ role: "assistant", content: reply }, { role: "user", content: second });
  expect(await ask(history)).toContain("Олена 👋");
});

test("a client that leaves in the middle leaves nothing running", async () => {
  const client = new OpenAI({ baseURL: serving.baseUrl, apiKey: serving.key });
  const stream = await client.chat.completions.create({
    model: "claude-sonnet-4-6",
    messages: [{ role: "user", content: first.repeat(200) }],
    stream: true,
  });
  const health = async () => (await fetch(new URL("/health", serving.baseUrl))).json();
  for await (const chunk of stream) {
    if (!chunk.choices[0]?.delta.content) continue;
    expect(await health()).toMatchObject({ busy: true });
    break;
  }
  await expect.poll(health).toMatchObject({ status: "ok", busy: false, state: "ready" });
});
