import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { makeHome } from "./at-home";
import { noDisks, withDisk } from "./own-disk";

const missing = noDisks();
const program =
  process.env["BRAINSTEM_APP"] ?? path.resolve(import.meta.dirname, "../../dist/linux-unpacked/brainstem");

test("a data folder that may not be written to is told in a sentence, headless and by the app", async () => {
  test.skip(missing !== undefined, missing);
  const home = await makeHome(() => ({ steps: [] }));
  const folder = path.join(home.folder, "data");
  mkdirSync(folder);
  const said = `Brainstem cannot use its folder ${folder}: the disk is read-only.`;
  try {
    const server = await home.launch({ BRAINSTEM_HOME: folder }, withDisk(folder, "read-only"));
    await expect(server.baseUrl).rejects.toThrow(said);

    const [first = "", ...args] = [...withDisk(folder, "read-only"), program, "--no-sandbox"];
    const app = spawn(first, args, {
      env: { ...process.env, HOME: home.folder, BRAINSTEM_HOME: folder, BRAINSTEM_PORT: "0" },
    });
    let words = "";
    app.stderr.on("data", (text: Buffer) => {
      words += text.toString();
    });
    const exited = once(app, "exit");
    await expect.poll(() => words).toContain(`brainstem: ${said}`);
    // It waits for the person to have read it.
    app.kill("SIGKILL");
    await exited;
  } finally {
    await home.close();
  }
});
