import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { launchServe } from "../clients/serve";
import { test } from "../desktop/desktop";

const root = path.resolve(import.meta.dirname, "../..");
const program = process.env["BRAINSTEM_APP"] ?? path.join(root, "dist/linux-unpacked/brainstem");

/** Starts the app as a person would once more; what it says, and how it ends. */
function startAgain(env: Record<string, string>) {
  const child = spawn(program, process.getuid?.() === 0 ? ["--no-sandbox"] : [], { env });
  let words = "";
  child.stderr.on("data", (text: Buffer) => {
    words += text.toString();
  });
  return { child, words: () => words, exited: once(child, "exit").then(([code]) => code) };
}

test("a second start shows the window of the first and ends; with another folder it runs beside it", async ({
  desktop,
}) => {
  const app = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await app.closeWindow();
  await expect.poll(() => app.isWindowVisible()).toBe(false);
  expect(await startAgain(app.environment).exited).toBe(0);
  await expect.poll(() => app.isWindowVisible()).toBe(true);

  const other = path.join(desktop.userHome, "other");
  mkdirSync(other);
  const beside = await desktop.launch({ args: ["--demo"], env: { BRAINSTEM_HOME: other } });
  await expect.poll(async () => (await beside.status()).state).toBe("ready");
  expect((await app.status()).state).toBe("ready");
  expect((await beside.status()).baseUrl).not.toBe((await app.status()).baseUrl);
});

test("the headless server and the app do not share a folder; what a killed one left is taken over", async ({
  desktop,
}) => {
  const env = { HOME: desktop.userHome, BRAINSTEM_HOME: desktop.home, FORCE_COLOR: undefined };
  test.skip(process.platform !== "linux", "reads /proc");
  const serve = () => launchServe(root, { args: ["--demo"], env });
  const app = await desktop.launch({ args: ["--demo"] });
  const refused = await serve();
  await expect(refused.baseUrl).rejects.toThrow(
    `Another Brainstem (process ${app.pid}) uses the folder ${desktop.home}.`,
  );
  await refused.stop();

  process.kill(app.pid, "SIGKILL");
  await app.exited;
  const server = await serve();
  expect(await server.baseUrl).toContain("/v1");
  const second = startAgain(app.environment);
  await expect.poll(second.words).toContain(`Another Brainstem (process ${server.pid}) uses the folder`);
  second.child.kill("SIGKILL");
  await second.exited;

  process.kill(server.pid, "SIGKILL");
  await expect.poll(() => existsSync(`/proc/${server.pid}`)).toBe(false);
  await server.stop();
  const again = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await again.status()).state).toBe("ready");
});
