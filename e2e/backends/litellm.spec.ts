import path from "node:path";
import { expect, test } from "@playwright/test";
import { ask, user } from "../../src-main/brain/testing/real-brain";
import { runDriver } from "../../src-main/brain/testing/run-driver";
import { preparePython } from "../clients/python";
import { type Serving, startServe } from "../clients/serve";
import { expectConversation, withBackend } from "./conversation";
import { type LiteLlm, startLiteLlm } from "./litellm";

const root = path.resolve(import.meta.dirname, "../..");

let upstream: Serving | undefined;
let proxy: LiteLlm | undefined;
test.beforeAll(async () => {
  // The first time, the proxy is installed.
  test.setTimeout(420_000);
  const python = await preparePython(root, { folder: "backends", name: "litellm-venv" });
  if (!python) return;
  upstream = await startServe(root, { args: ["--demo"] });
  proxy = await startLiteLlm(python, { ...upstream, model: "claude-sonnet-4-6" });
});
test.afterAll(async () => {
  await proxy?.stop();
  await upstream?.stop();
});

function running(): LiteLlm {
  test.skip(!proxy, "there is no Python 3.10 or newer here");
  return proxy as LiteLlm;
}

test("a LiteLLM proxy answers as a backend", async () => {
  const server = running();
  await withBackend(server, (driver) => expectConversation(driver, server.model));
});

test("its refusals keep their meaning", async () => {
  const server = running();
  await withBackend(server, async (driver) => {
    const unknown = ask([user("hi")], { model: "unheard-of" });
    await expect(runDriver(driver, unknown)).rejects.toMatchObject({ kind: "model_not_found" });
  });
  await withBackend({ ...server, key: "sk-wrong" }, async (driver) => {
    const hello = ask([user("hi")], { model: server.model });
    await expect(runDriver(driver, hello)).rejects.toMatchObject({ kind: "backend_auth" });
  });
});
