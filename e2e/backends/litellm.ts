import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export interface LiteLlm {
  baseUrl: string;
  key: string;
  /** The one model that it offers. */
  model: string;
  stop(): Promise<void>;
}

/** A real LiteLLM proxy on loopback whose only model is one of `upstream`, an OpenAI-compatible server. */
export async function startLiteLlm(
  python: string,
  upstream: { baseUrl: string; key: string; model: string },
): Promise<LiteLlm> {
  const folder = await mkdtemp(path.join(tmpdir(), "brainstem-litellm-"));
  const config = path.join(folder, "config.yaml");
  const key = "sk-of-the-proxy";
  const model = "brain";
  const { baseUrl: api_base, key: api_key } = upstream;
  // JSON is YAML too.
  const litellm_params = { model: `openai/${upstream.model}`, api_base, api_key };
  await writeFile(
    config,
    JSON.stringify({ model_list: [{ model_name: model, litellm_params }], general_settings: { master_key: key } }),
  );
  const port = await freePort();
  const program = path.join(path.dirname(python), "litellm");
  const child = spawn(
    python,
    [program, "--config", config, "--host", "127.0.0.1", "--port", String(port), "--telemetry", "False"],
    { cwd: folder, env: { ...process.env, LITELLM_LOCAL_MODEL_COST_MAP: "True" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { baseUrl: `http://127.0.0.1:${port}/v1`, key, model, stop };
}

/** Resolves when the proxy says that it listens; rejects with its words when it ends before. */
async function ready(child: ChildProcess): Promise<void> {
  let words = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      words += text.toString();
      if (words.includes("Uvicorn running on")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`LiteLLM did not come up: ${words}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
