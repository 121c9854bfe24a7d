import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { serveDemo } from "./demo-service";

const root = path.resolve(import.meta.dirname, "../..");

const service = serveDemo(root);

/** The first code block below a heading of the README, as a reader copies it: with the address and key in place. */
async function blockBelow(heading: string): Promise<string> {
  const readme = await readFile(path.join(root, "README.md"), "utf8");
  const section = readme.split(`### ${heading}\n`)[1]?.split(/^#+ /m)[0] ?? "";
  const block = /^```\w+\n(.*?)^```$/ms.exec(section)?.[1] ?? "";
  for (const [shown, place] of [["http://127.0.0.1:7411/v1", "an address"] as const, ["YOUR_KEY", "a key"] as const])
    expect(block.split(shown), `${heading} shows ${place}`).toHaveLength(2);
  const { serving } = service();
  return block.replace("http://127.0.0.1:7411/v1", serving.baseUrl).replace("YOUR_KEY", serving.key);
}

const runBlock = async (heading: string, program: string, ending: string) =>
  service().run(await blockBelow(heading), program, `${heading}${ending}`);

for (const heading of ["Pipecat", "openai-python"]) {
  test(`the ${heading} block of the README runs as it is shown`, async () => {
    const { python } = service();
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
