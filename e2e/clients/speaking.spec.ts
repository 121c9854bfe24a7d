import path from "node:path";
import { expect, test } from "@playwright/test";
import OpenAI from "openai";
import { seenUpstream } from "../../src-main/brain/testing/real-brain";
import { askedText, type Scripted, say, startScripted } from "./scripted";

const root = path.resolve(import.meta.dirname, "../..");
const spoken = 'Привіт 👋, "як справи"?\nДобре.';

let serving: Scripted;
test.beforeEach(async () => {
  serving = await startScripted(root, (body) => {
    const tool = body.tools?.find(({ name }) => name.endsWith("send_message"))?.name;
    if (!tool || askedText(body).includes("далі")) return { steps: say("Далі словами.") };
    const input = JSON.stringify({ to: "Олена", message: spoken }).match(/.{1,3}/gsu) ?? [];
    return { steps: [{ tool, id: "toolu_1", input }] };
  });
});
test.afterEach(() => serving.stop());

test("what the model says through a tool streams as the answer's words, and the next turn has only those", async () => {
  const client = new OpenAI({ baseURL: serving.baseUrl, apiKey: serving.key, maxRetries: 0 });
  const properties = { to: { type: "string" }, message: { type: "string" } };
  const tools = [
    { type: "function" as const, function: { name: "send_message", parameters: { type: "object", properties } } },
  ];
  const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: "user", content: "Скажи" }];
  const ask = async () => {
    const request = { model: "claude-sonnet-4-6", messages, tools, stream: true as const };
    const pieces: string[] = [];
    let reason: string | null | undefined;
    for await (const { choices } of await client.chat.completions.create({ ...request, ...extension })) {
      if (choices[0]?.delta.content) pieces.push(choices[0].delta.content);
      expect(choices[0]?.delta.tool_calls).toBeUndefined();
      reason = choices[0]?.finish_reason ?? reason;
    }
    return { pieces, words: pieces.join(""), reason };
  };
  const extension = { x_speak_tool: "send_message" };
  const first = await ask();
  expect(first.words).toBe(spoken);
  expect(first.pieces.length).toBeGreaterThan(3);
  expect(first.reason).toBe("stop");
  messages.push({ role: "assistant", content: first.words }, { role: "user", content: "А далі?" });
  expect((await ask()).words).toBe("Далі словами.");
  expect(seenUpstream(serving.upstream.requests.at(-1))).toEqual([
    { role: "user", content: [{ type: "text", text: "Скажи" }] },
    { role: "assistant", content: [{ type: "text", text: spoken }] },
    { role: "user", content: [{ type: "text", text: "А далі?" }] },
  ]);
});
