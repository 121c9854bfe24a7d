import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
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
  folder = await mkdtemp(path.join(tmpdir(), "brainstem-readme-"));
  python = await preparePython(root);
  serving = await startServe(root, { args: ["--demo"] });
});
test.afterAll(async () => {
  await serving.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The first code block below a heading of the README, as a reader copies it: with the address and key in place. */
async function blockBelow(heading: string): Promise<string> {
  const readme = await readFile(path.join(root, "README.md"), "utf8");
  const section = readme.split(`### ${heading}\n`)[1]?.split(/^#+ /m)[0] ?? "";
  const block = /^```\w+\n(.*?)^```$/ms.exec(section)?.[1] ?? "";
  for (const [shown, place] of [["http://127.0.0.1:7411/v1", "an address"] as const, ["YOUR_KEY", "a key"] as const])
    expect(block.split(shown), `${heading} shows ${place}`).toHaveLength(2);
  return block.replace("http://127.0.0.1:7411/v1", serving.baseUrl).replace("YOUR_KEY", serving.key);
}

async function runBlock(heading: string, program: string, ending: string): Promise<Said> {
  const file = path.join(folder, `${heading}${ending}`);
  await writeFile(file, await blockBelow(heading));
  const said = await runExample(serving, program, [file]);
  expect(said.exitCode, said.stderr).toBe(0);
  return said;
}

for (const heading of ["Pipecat", "openai-python"]) {
  test(`the ${heading} block of the README runs as it is shown`, async () => {
    test.skip(!python, "there is no Python 3.10 or newer here");
    const { text } = await runBlock(heading, python as string, ".py");
    expect(text).toContain("You said: “Hello!”");
    expect(text).toContain("demo brain");
  });
}

test("the curl block of the README runs as it is shown", async () => {
  test.skip(process.platform === "win32", "needs a shell");
  const { text } = await runBlock("curl", "sh", ".sh");
  expect(text).toContain("demo");
  expect(text.trimEnd().endsWith("data: [DONE]")).toBe(true);
});
