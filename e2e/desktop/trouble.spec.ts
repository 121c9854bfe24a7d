import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { API_KEY } from "./app";
import { type Desktop, test } from "./desktop";
import { enter, goToSettings } from "./settings";

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks the endpoint one thing. */
async function ask(port: number) {
  const response = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ model: "claude-haiku-4-5", messages: [{ role: "user", content: "Hello" }] }),
  });
  return { status: response.status, body: (await response.json()) as { error: { code: string } } };
}

/** The window, the tray, `/health` and the endpoint's answers all say the same. */
async function expectTrouble(desktop: Desktop, env: Record<string, string>, reason: string, code: string) {
  const port = await freePort();
  const app = await desktop.launch({ env: { ...env, BRAINSTEM_PORT: String(port) } });
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toBe(`Brainstem: error (${reason})`);
  await expect(app.page.getByRole("status").first()).toContainText(new RegExp(reason, "i"));
  const health = await (await fetch(`http://127.0.0.1:${port}/health`)).json();
  expect(health).toMatchObject({ state: "error", reason });
  const answer = await ask(port);
  expect(answer.status).toBe(503);
  expect(answer.body.error.code).toBe(code);
  return app;
}

test("without a login the window, the tray and the endpoint say so", async ({ desktop }) => {
  await expectTrouble(desktop, {}, "not logged in", "claude_not_logged_in");
});

test("the window opens a terminal for the login, and goes on by itself once there is one", async ({ desktop }) => {
  const bin = join(desktop.userHome, "bin");
  const opened = join(desktop.userHome, "opened");
  mkdirSync(bin);
  // Stands for the person's terminal: it notes what it was to run.
  writeFileSync(join(bin, "x-terminal-emulator"), `#!/bin/sh\nprintf '%s\\n' "$@" > '${opened}'\n`, { mode: 0o755 });
  const app = await desktop.launch({ env: { PATH: `${bin}:${process.env["PATH"]}` } });
  await app.page.getByRole("button", { name: "Log in" }).click();
  await expect.poll(() => existsSync(opened) && readFileSync(opened, "utf8")).toContain("auth login");
  expect(readFileSync(opened, "utf8")).toContain(process.env["BRAINSTEM_CLAUDE_PATH"] ?? "claude");

  desktop.logIn();
  await expect.poll(async () => (await app.status()).state, { timeout: 20_000 }).toBe("ready");
});

test("without the CLI the window, the tray and the endpoint say so", async ({ desktop }) => {
  const { page } = await expectTrouble(
    desktop,
    { BRAINSTEM_CLAUDE_PATH: "/nonexistent/claude" },
    "Claude CLI not found",
    "claude_missing",
  );
  await page.getByRole("textbox", { name: "Message" }).fill("Hello");
  await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
  await expect(page.getByText(/Install the Claude CLI/)).toBeVisible();
});

test("a CLI that hangs is told as that, also where its path is chosen, and goes on by itself once it is mended", async ({
  desktop,
}) => {
  const program = join(desktop.userHome, "claude");
  // It does not even listen when it is told to end.
  writeFileSync(program, '#!/bin/sh\ntrap "" TERM\nwhile :; do sleep 1000; done\n', { mode: 0o755 });
  const env = { BRAINSTEM_CLAUDE_PATH: program };
  const { page, status } = await expectTrouble(desktop, env, "Claude CLI does not answer", "claude_unresponsive");
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps).toContainText("hangs when it is asked for its version");
  await expectAccessible(page);
  const shots = process.env["BRAINSTEM_SHOTS"];
  if (shots) await page.screenshot({ path: `${shots}-hang.png` });

  await goToSettings(page);
  const other = join(desktop.userHome, "other");
  copyFileSync(program, other);
  await enter(page, "Claude program", other);
  await expect(page.getByText("Checking…")).toBeVisible();
  await expect(page.getByText(/does not answer when it is asked for its version/)).toBeVisible();

  desktop.logIn();
  symlinkSync(process.env["BRAINSTEM_CLAUDE_PATH"] ?? "claude", `${program}.new`);
  renameSync(`${program}.new`, program);
  await expect.poll(async () => (await status()).state, { timeout: 40_000 }).toBe("ready");
});

test("a taken port is an error, never another port", async ({ desktop }) => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const app = await desktop.launch({ args: ["--demo"], env: { BRAINSTEM_PORT: String(port) } });
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toMatch(/^Brainstem: error \(.*port.*\)$/);
  await new Promise((resolve) => other.close(resolve));
  await icon.click("Try again");
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");
  expect((await app.status()).baseUrl).toBe(`http://127.0.0.1:${port}/v1`);
});

test("a port that is stolen while the brain is off is told, and the brain goes on by itself once it is free", async ({
  desktop,
}) => {
  const thief = createServer().listen(0, "127.0.0.1");
  await once(thief, "listening");
  const { port } = thief.address() as { port: number };
  // The port is the settings' own.
  writeFileSync(join(desktop.home, "settings.json"), JSON.stringify({ endpoint: { port: await freePort() } }));
  const app = await desktop.launch({ args: ["--demo"], env: { BRAINSTEM_PORT: undefined } });
  const switchBrain = () => app.page.getByRole("switch", { name: "Brain" }).click();
  const state = async () => {
    const { state, code, baseUrl } = await app.status();
    return [state, code, baseUrl];
  };
  await expect.poll(async () => (await state())[0]).toBe("ready");
  await app.saveSettings({ endpoint: { port } });
  // After a change of the settings.
  await expect.poll(state).toEqual(["error", "port_taken", undefined]);
  await expect(app.page.getByRole("region", { name: "What the brain needs" })).toContainText(String(port));
  thief.close();
  const mine = ["ready", undefined, `http://127.0.0.1:${port}/v1`];
  await expect.poll(state).toEqual(mine);

  // While it is off.
  await switchBrain();
  await expect.poll(async () => (await state())[0]).toBe("stopped");
  const second = createServer().listen(port, "127.0.0.1");
  await once(second, "listening");
  await switchBrain();
  await expect.poll(state).toEqual(["error", "port_taken", undefined]);
  second.close();
  await app.page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(state).toEqual(mine);
});
