import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { nodeBinary, root } from "./paths.mjs";
import { SetupError } from "./say.mjs";

const QUESTION = "Hello! Who are you, and what can I do with you?";
const MODEL = "claude-haiku-4-5";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * The demo without a window: starts the server on the demo brain, streams one answer through its endpoint and stays
 * until it is told to stop.
 * @param {{ env: NodeJS.ProcessEnv, once: boolean }} options `once` stops it after the answer
 * @returns {Promise<number>} the exit code
 */
export async function demoInTerminal({ env, once }) {
  const key = env.BRAINSTEM_API_KEY || `demo-${randomBytes(32).toString("hex")}`;
  const child = spawn(nodeBinary(), ["out/main/serve.cjs", "--demo"], {
    cwd: root,
    env: { ...env, BRAINSTEM_API_KEY: key },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise((resolve) => child.once("close", (code) => resolve(code ?? 0)));
  const stop = () => child.kill("SIGTERM");
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const baseUrl = await listening(child);
    process.stdout.write(`\nYou:   ${QUESTION}\nBrain: `);
    for await (const text of ask(baseUrl, key)) process.stdout.write(text);
    process.stdout.write(`\n\n${howToCall(baseUrl, key)}\n`);
    if (once) stop();
    else process.stdout.write("\nRunning until you press Ctrl+C.\n");
    return await gone;
  } finally {
    stop();
    await gone;
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** Resolves to the base URL of the server's ready line. */
async function listening(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const event = readJson(line);
    if (event?.event === "listening") return event.baseUrl;
  }
  throw new SetupError("The demo did not start; see the lines above.");
}

/**
 * Yields the text of one streamed chat completion.
 * @param {string} baseUrl
 * @param {string} key
 */
async function* ask(baseUrl, key) {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: QUESTION }] }),
  });
  if (!response.ok) throw new SetupError(`The demo brain did not answer: ${await response.text()}`);
  for await (const data of serverSentData(response.body)) {
    const chunk = data === "[DONE]" ? undefined : readJson(data);
    if (chunk?.error) throw new SetupError(`The demo brain failed: ${chunk.error.message}`);
    yield chunk?.choices?.[0]?.delta?.content ?? "";
  }
}

/**
 * The `data:` lines of an event stream, each as one string.
 * @param {AsyncIterable<Uint8Array>} body
 */
export async function* serverSentData(body) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("data:")) yield line.slice(5).trim();
  }
}

function howToCall(baseUrl, key) {
  return `Any OpenAI client can talk to it:
  base URL  ${baseUrl}
  API key   ${key}

  curl -N ${baseUrl}/chat/completions -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" \\
    -d '{"model":"${MODEL}","stream":true,"messages":[{"role":"user","content":"Hello"}]}'`;
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
