import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GeminiAnswer, type GeminiApi, startGeminiApi } from "../testing/gemini-api";
import { ask, assistant, textOf, user } from "../testing/real-brain";
import { doneOf, onePixelPng, runDriver } from "../testing/run-driver";
import type { Message } from "../turn";
import { GeminiCli, type GeminiCliOptions } from "./driver";

/** The CLI that tests run on; the test command installs it. */
const gemini = process.env["BRAINSTEM_GEMINI_PATH"] ?? "gemini";
const model = "gemini-2.5-flash";
const hello = ask([user("hello")], { model });

let home: string;
const running: (() => Promise<void>)[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "brainstem-test-"));
});
afterEach(async () => {
  for (const end of running.splice(0)) await end();
  rmSync(home, { recursive: true, force: true });
});

async function start(
  answer: GeminiAnswer | (() => GeminiAnswer),
  options: Partial<GeminiCliOptions> = {},
): Promise<[GeminiCli, GeminiApi]> {
  const api = await startGeminiApi(typeof answer === "function" ? answer : () => answer);
  const driver = new GeminiCli({
    id: "gemini",
    login: "key",
    key: () => "AIza-test",
    models: () => [model],
    chosenPath: gemini,
    env: () => ({ PATH: process.env["PATH"], HOME: home, GOOGLE_GEMINI_BASE_URL: api.url }),
    ...options,
  });
  running.push(
    () => driver.stop(),
    () => api.close(),
  );
  await driver.start();
  return [driver, api];
}

/** The conversation as the model saw it, without what the CLI says of itself and of the day. */
function seen({ requests: [request] }: GeminiApi): { role: string; parts: Record<string, unknown>[] }[] {
  return (request?.body.contents ?? []).map(({ role, parts }) => ({
    role,
    parts: parts
      .filter(({ text }) => !String(text).startsWith("<session_context>") && text !== "\n" && text !== "\u200b")
      .map(({ thoughtSignature: _, ...part }) => part),
  }));
}
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("brainstem-gemini-"));

describe("an answer of the Gemini CLI", () => {
  it("streams without the CLI's notes, with the tokens as it counted them, and leaves nothing behind", async () => {
    const before = folders();
    const [driver, api] = await start({ texts: ["Привіт ", "👋", "!"] });
    expect(driver.state()).toMatchObject({ state: "ready", cliPath: gemini });
    const events = await runDriver(driver, hello);
    expect(events.map(({ type }) => type)).toEqual(["accepted", "text", "text", "text", "done"]);
    expect(textOf(events)).toBe("Привіт 👋!");
    expect(doneOf(events)).toEqual({
      reason: "stop",
      usage: { promptTokens: 20, completionTokens: 9, cachedTokens: 16, reasoningTokens: 4 },
    });
    expect(api.requests[0]?.headers["x-goog-api-key"]).toBe("AIza-test");
    expect(folders()).toEqual(before);
    expect(readdirSync(home)).toEqual([]);
  });

  it("that is cancelled closes the connection, ends the process and its children, and is no error", async () => {
    const [driver, api] = await start({ texts: ["one", undefined] });
    const controller = new AbortController();
    let pids: number[] = [];
    const events = [];
    for await (const event of driver.run(hello, controller.signal)) {
      events.push(event);
      if (event.type !== "text") continue;
      pids = await processesIn(gemini);
      controller.abort();
    }
    expect(doneOf(events)).toBeUndefined();
    await api.requests[0]?.aborted;
    expect(pids.length).toBeGreaterThan(0);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it("ends when the driver is stopped", async () => {
    const [driver] = await start({ texts: ["one", undefined] });
    const stopped = runDriver(driver, hello, { heard: ({ type }) => type === "text" && void driver.stop() });
    await expect(stopped).rejects.toMatchObject({ kind: "stopped" });
    expect(driver.state()).toEqual({ state: "stopped" });
  });

  it("ends at a stop text, sent to the API or (a blank one) found here", async () => {
    const [driver, api] = await start({ texts: ["one\n", "\ntwo", undefined] });
    const events = await runDriver(driver, { ...hello, stop: ["END", "\n\n"], maxTokens: 50 });
    expect([textOf(events), doneOf(events)?.reason]).toEqual(["one", "stop"]);
    expect(api.requests[0]?.body.generationConfig).toMatchObject({ stopSequences: ["END"], maxOutputTokens: 50 });
  });
});

describe("a request to the Gemini CLI", () => {
  it("carries real roles, pictures, tool calls with their results and the caller's own words for the system", async () => {
    const [driver, api] = await start({ texts: ["x"] });
    const messages: Message[] = [
      {
        role: "user",
        content: [
          { type: "image", mediaType: "image/png", data: onePixelPng },
          { type: "document", mediaType: "application/pdf", data: "JVBERi0=", name: "a.pdf" },
        ],
      },
      { role: "assistant", text: "Let me see.", toolCalls: [{ id: "c1", name: "weather", arguments: '{"a":1}' }] },
      { role: "tool", toolCallId: "c1", content: [{ type: "text", text: "5" }] },
      assistant("It is 5."),
      user("and now?"),
    ];
    await runDriver(driver, { ...ask(messages, { model }), system: ["Be brief.", "Be kind."] });
    expect(api.requests[0]?.path).toBe(`/v1beta/models/${model}:streamGenerateContent?alt=sse`);
    expect(api.requests[0]?.body.systemInstruction?.parts).toEqual([{ text: "Be brief.\n\nBe kind." }]);
    expect(seen(api)).toEqual([
      {
        role: "user",
        parts: [
          { inlineData: { mimeType: "image/png", data: onePixelPng } },
          { inlineData: { mimeType: "application/pdf", data: "JVBERi0=" } },
        ],
      },
      {
        role: "model",
        parts: [{ text: "Let me see." }, { functionCall: { id: "c1", name: "weather", args: { a: 1 } } }],
      },
      { role: "user", parts: [{ functionResponse: { id: "c1", name: "weather", response: { output: "5" } } }] },
      { role: "model", parts: [{ text: "It is 5." }] },
      { role: "user", parts: [{ text: "and now?" }] },
    ]);
  });

  it("never reads a file, runs a command or becomes a flag, whatever a caller says", async () => {
    writeFileSync(join(home, "secret.txt"), "the secret");
    const hostile = ["/quit", "?", "!touch here", "--yolo", `@${home}/secret.txt read it`];
    const [driver, api] = await start({ texts: ["x"] });
    const messages = hostile.flatMap((text) => [assistant("Go on."), user(text)]).slice(1);
    await runDriver(driver, ask(messages, { model }));
    const asUser = seen(api).filter(({ role }) => role === "user");
    expect(asUser).toEqual(hostile.map((text) => ({ role: "user", parts: [{ text }] })));
    expect(api.requests[0]?.body.tools?.flatMap((tool) => tool.functionDeclarations)).toEqual([]);
    await expect(runDriver(driver, { ...hello, model: "--yolo" })).rejects.toMatchObject({ kind: "model_not_found" });
  });

  it("asks for JSON and for as much thinking as was wanted", async () => {
    const [driver, api] = await start({ texts: ["{}"] });
    const schema = { type: "object", properties: {} };
    await runDriver(driver, { ...hello, json: { schema }, effort: "low" });
    expect(api.requests[0]?.body.generationConfig).toMatchObject({
      responseMimeType: "application/json",
      responseJsonSchema: schema,
      thinkingConfig: { thinkingBudget: 1024 },
    });
  });

  it("with what the CLI cannot do is refused", async () => {
    const [driver] = await start({ texts: ["x"] });
    const tools = [{ name: "weather", description: "", parameters: {} }];
    await expect(runDriver(driver, { ...hello, tools })).rejects.toMatchObject({
      kind: "invalid_request",
      param: "tools",
    });
    const picture: Message = { role: "user", content: [{ type: "image_url", url: "https://example.com/a.png" }] };
    await expect(runDriver(driver, ask([picture], { model }))).rejects.toMatchObject({ kind: "invalid_request" });
  });

  it("uses the person's own login and leaves their folder as it was", async () => {
    const own = join(home, ".gemini");
    mkdirSync(own);
    writeFileSync(join(own, "settings.json"), '{"security":{"auth":{"selectedType":"gemini-api-key"}}}');
    writeFileSync(join(own, ".env"), "GEMINI_API_KEY=AIza-of-the-person\n");
    writeFileSync(join(own, "GEMINI.md"), "Always mention elephants.");
    const [driver, api] = await start({ texts: ["x"] }, { login: "own", key: () => undefined });
    await runDriver(driver, hello);
    expect(api.requests[0]?.headers["x-goog-api-key"]).toBe("AIza-of-the-person");
    expect(JSON.stringify(api.requests[0]?.body)).not.toContain("elephants");
    expect(readdirSync(own).sort()).toEqual([".env", "GEMINI.md", "settings.json"]);
  });
});

describe("failures", () => {
  it.each([
    [400, "API key not valid. Please pass a valid API key.", "backend_auth"],
    [429, "Quota exceeded", "rate_limited"],
    [503, "The model is overloaded", "overloaded"],
    [500, "Internal", "upstream_failed"],
    [404, "models/x is not found, or the model does not exist", "model_not_found"],
    [400, "Bad field", "invalid_request"],
  ])("%i %s is %s, asked once", async (status, message, kind) => {
    const [driver, api] = await start({ status, message });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind, message: expect.stringContaining(message) });
    expect(api.requests).toHaveLength(1);
  });

  it.each([
    ["SAFETY", "content_filter"],
    ["MAX_TOKENS", "length"],
  ])("an answer that ends for %s before its first word is none", async (finishReason, reason) => {
    const [driver] = await start({ texts: [], finishReason });
    expect(doneOf(await runDriver(driver, hello))?.reason).toBe(reason);
  });

  it("says what is missing: the CLI, the key, the login", async () => {
    const [missing] = await start({ texts: [] }, { chosenPath: join(home, "nowhere") });
    expect(missing.state()).toMatchObject({ state: "error", reason: "Gemini CLI not found" });
    await expect(runDriver(missing, hello)).rejects.toMatchObject({ kind: "backend_unavailable" });
    const [keyless] = await start({ texts: [] }, { key: () => undefined });
    expect(keyless.state()).toMatchObject({ state: "error", reason: "no API key" });
    await expect(runDriver(keyless, hello)).rejects.toMatchObject({ kind: "backend_auth" });
    const [stranger] = await start({ texts: [] }, { login: "own" });
    expect(stranger.state()).toMatchObject({ state: "error", reason: "not logged in" });
    await expect(runDriver(stranger, hello)).rejects.toMatchObject({ kind: "backend_auth" });
  });
});

/** Processes whose command line names this program. */
async function processesIn(program: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,args="], { maxBuffer: 1 << 24 });
  return stdout
    .split("\n")
    .filter((line) => line.includes(program) && line.includes("--session-file"))
    .map((line) => Number.parseInt(line, 10));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
