import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { type SnippetName, snippets } from "../../src-shared/snippets";
import { preparePython } from "./python";
import { runExample, type Said } from "./run-example";
import { type Serving, startServe } from "./serve";

const root = path.resolve(import.meta.dirname, "../..");

let serving: Serving;
let folder: string;
let python: string | undefined;
test.beforeAll(async () => {
  // The first time, the clients are installed.
  test.setTimeout(300_000);
  folder = await mkdtemp(path.join(tmpdir(), "brainstem-snippets-"));
  python = await preparePython(root);
  serving = await startServe(root, { args: ["--demo"] });
});
test.afterAll(async () => {
  await serving.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What "Copy" puts on the clipboard. */
const made = (name: SnippetName) =>
  snippets[name].make({ address: serving.baseUrl, key: serving.key, model: "default" });

async function run(name: SnippetName, program: string, ending: string): Promise<Said> {
  const file = path.join(folder, `hello-${name}${ending}`);
  await writeFile(file, made(name));
  const said = await runExample({ baseUrl: "http://nowhere.invalid", key: "unset" }, program, [file]);
  expect(said.exitCode, said.stderr).toBe(0);
  return said;
}

for (const name of ["pipecat", "openai-python"] as const) {
  test(`the ${name} snippet runs as it is copied`, async () => {
    test.skip(!python, "there is no Python 3.10 or newer here");
    expect((await run(name, python as string, ".py")).text).toContain("You said: “Hello!”");
  });
}

test("the openai-node snippet runs as it is copied", async () => {
  // As in a project where `npm install openai` was run.
  await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
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
