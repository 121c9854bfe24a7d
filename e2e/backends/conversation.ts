import { expect } from "@playwright/test";
import { OpenAiCompatible } from "../../src-main/brain/openai-compatible/driver";
import { ask, assistant, textOf, user } from "../../src-main/brain/testing/real-brain";
import { callsOf, doneOf, runDriver } from "../../src-main/brain/testing/run-driver";

export interface Server {
  baseUrl: string;
  key: string;
  model: string;
}

/** Runs `use` with a started driver of the server, and stops it. */
export async function withBackend(
  server: Server,
  use: (driver: OpenAiCompatible) => Promise<void>,
  key = server.key,
): Promise<void> {
  const driver = new OpenAiCompatible({ id: "other", baseUrl: server.baseUrl, key: () => key, models: () => [] });
  await driver.start();
  try {
    await use(driver);
  } finally {
    await driver.stop();
  }
}

/** What a person gets from the demo brain through the server: words as they come, memory, tokens, tool calls. */
export async function expectConversation(driver: OpenAiCompatible, model: string): Promise<void> {
  expect(driver.state()).toEqual({ state: "ready" });
  expect(driver.models().map(({ id }) => id)).toContain(model);
  const first = "Привіт, я Олена 👋";
  const events = await runDriver(driver, ask([user(first)], { model }));
  expect(textOf(events)).toContain(first);
  expect(events.filter(({ type }) => type === "text").length).toBeGreaterThan(4);
  expect(doneOf(events)).toMatchObject({ reason: "stop", usage: { promptTokens: expect.any(Number) } });
  expect(doneOf(events)?.usage.promptTokens).toBeGreaterThan(0);
  expect(doneOf(events)?.usage.completionTokens).toBeGreaterThan(0);

  const history = [user(first), assistant(textOf(events)), user("Хто я?")];
  expect(textOf(await runDriver(driver, ask(history, { model })))).toContain("Earlier you said: “Привіт, я Олена 👋”");

  const city = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
  const tools = [{ name: "get_weather", description: "The weather of a city", parameters: city }];
  const asked = ask([user("Use get_weather")], { model, tools });
  const called = await runDriver(driver, asked);
  expect(doneOf(called)?.reason).toBe("tool_calls");
  const calls = callsOf(called);
  expect(calls).toMatchObject([{ name: "get_weather", ended: true }]);
  expect(JSON.parse(calls[0]?.arguments ?? "")).toHaveProperty("city");
  const answered = await runDriver(driver, {
    ...asked,
    messages: [
      ...asked.messages,
      { role: "assistant", text: textOf(called), toolCalls: calls.map(({ ended: _, ...call }) => call) },
      { role: "tool", toolCallId: calls[0]?.id ?? "", content: [{ type: "text", text: "14°, дощ ☔" }] },
    ],
  });
  expect(textOf(answered)).toContain("14°, дощ ☔");
}
