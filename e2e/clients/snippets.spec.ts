import { existsSync } from "node:fs";
import { symlink } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { type SnippetName, snippets } from "../../src-shared/snippets";
import { serveDemo } from "./demo-service";
import { preparePython } from "./python";

const root = path.resolve(import.meta.dirname, "../..");

const service = serveDemo(root);

/** What "Copy" puts on the clipboard. */
function made(name: SnippetName): string {
  const { baseUrl: address, key } = service().serving;
  return snippets[name].make({ address, key, model: "default" });
}

const run = (name: SnippetName, program: string, ending: string) =>
  service().run(made(name), program, `hello-${name}${ending}`);

for (const name of ["pipecat", "openai-python"] as const) {
  test(`the ${name} snippet runs as it is copied`, async () => {
    const { python } = service();
    test.skip(!python, "there is no Python 3.10 or newer here");
    expect((await run(name, python as string, ".py")).text).toContain("You said: “Hello!”");
  });
}

test("the openai-node snippet runs as it is copied", async () => {
  // As in a project where `npm install openai` was run.
  await symlink(path.join(root, "node_modules"), path.join(service().folder, "node_modules"), "junction");
  expect((await run("openai-node", process.execPath, ".mjs")).text).toContain("You said: “Hello!”");
});

test("the curl snippet runs as it is copied", async () => {
  test.skip(process.platform === "win32", "needs a shell");
  const { text } = await run("curl", "sh", ".sh");
  expect(text).toContain("demo");
  expect(text.trimEnd().endsWith("data: [DONE]")).toBe(true);
});

test("the litellm snippet runs as it is copied", async () => {
  const prepared = existsSync(path.join(root, ".cache", "litellm-venv", "installed.txt"));
  test.skip(!prepared, "LiteLLM is installed by the tests of e2e/backends only");
  const withLiteLlm = await preparePython(root, { folder: "backends", name: "litellm-venv" });
  expect((await run("litellm", withLiteLlm as string, ".py")).text).toContain("You said: “Hello!”");
});

test("the Open WebUI lines are a compose file whose address and key the endpoint takes", async () => {
  // Open WebUI itself is a container image, which is not run here.
  const { services } = parse(made("open-webui"));
  const { network_mode, environment } = services["open-webui"];
  expect(network_mode).toBe("host");
  expect(Object.keys(environment)).toEqual(["OPENAI_API_BASE_URL", "OPENAI_API_KEY", "DEFAULT_MODELS"]);
  const response = await fetch(`${environment.OPENAI_API_BASE_URL}/models`, {
    headers: { authorization: `Bearer ${environment.OPENAI_API_KEY}` },
  });
  expect((await response.json()).data.map(({ id }: { id: string }) => id)).toContain(environment.DEFAULT_MODELS);
});
