import { spawn } from "node:child_process";
import { expect } from "@playwright/test";
import { test } from "./desktop";
import { claudeProcessesOf, processesOf } from "./processes";

const demo = { args: ["--demo"] };

for (const way of ["Quit in the tray", "SIGTERM", "SIGINT", "SIGHUP"] as const) {
  test(`${way} leaves no process behind`, async ({ desktop }) => {
    const app = await desktop.launch(demo);
    await expect.poll(async () => (await app.status()).state).toBe("ready");
    await expect.poll(() => claudeProcessesOf(desktop.userHome).length).toBeGreaterThan(0);

    if (way === "Quit in the tray") await (await app.tray()).click("Quit");
    else process.kill(app.pid, way);

    await app.exited;
    await expect.poll(() => processesOf(desktop.userHome)).toEqual([]);
  });
}

test("closing the window of a stopped brain quits", async ({ desktop }) => {
  const app = await desktop.launch(demo);
  await app.page.getByRole("switch", { name: "Brain" }).click();
  await expect.poll(async () => (await app.status()).state).toBe("stopped");
  await app.closeWindow();
  await app.exited;
  await expect.poll(() => processesOf(desktop.userHome)).toEqual([]);
});

test("a second start brings the first one's window back and ends", async ({ desktop }) => {
  const app = await desktop.launch(demo);
  await app.closeWindow();
  await expect.poll(() => app.isWindowVisible()).toBe(false);

  const [program, ...args] = app.electron.process().spawnargs;
  const second = spawn(
    program ?? "",
    args.filter((arg) => !arg.startsWith("--inspect") && !arg.startsWith("--remote")),
    {
      env: app.environment,
      stdio: "ignore",
    },
  );
  const code = await new Promise((resolve) => second.once("exit", resolve));
  expect(code).toBe(0);
  await expect.poll(() => app.isWindowVisible()).toBe(true);
});
