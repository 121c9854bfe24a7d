import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { expectAccessible } from "./accessible";
import { type Desktop, test } from "./desktop";
import { chooseInPalette } from "./palette";

/** What a program gets that is started from a dock: none of the folders in which people have the CLI. */
const shortPath = "/usr/bin:/bin";
const real = process.env["BRAINSTEM_CLAUDE_PATH"] ?? "";
/** Where a machine's own CLI would be found whatever the test does. */
const elsewhere = ["/usr/bin/claude", "/usr/local/bin/claude", "/opt/homebrew/bin/claude"].find((path) =>
  existsSync(path),
);

/** Somebody who has never had Brainstem, nor, until a test puts it there, the CLI. */
const newcomer = (env: Record<string, string> = {}) => ({
  env: { PATH: shortPath, BRAINSTEM_CLAUDE_PATH: undefined, SHELL: "/bin/sh", ...env },
});

function put(path: string, script: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

const installClaude = (desktop: Desktop, folder = ".local/bin") =>
  put(join(desktop.userHome, folder, "claude"), `exec '${real}' "$@"`);

const steps = (page: Page) => page.getByRole("region", { name: "First steps" });

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

test("from a computer without the CLI to the first answer, and never again", async ({ desktop }) => {
  test.skip(elsewhere !== undefined, `this machine has ${elsewhere}`);
  const upstream = await startStandIn({ respond: () => ({ steps: [{ text: "Welcome aboard." }] }) });
  const opened = join(desktop.userHome, "opened");
  const bin = join(desktop.userHome, "desktop-programs");
  // Stands for the person's terminal: it notes what it was to run.
  put(join(bin, "x-terminal-emulator"), `printf '%s\\n' "$@" > '${opened}'`);
  const options = newcomer({ PATH: `${shortPath}:${bin}`, ANTHROPIC_BASE_URL: upstream.url });
  const app = await desktop.launch(options);
  const { page } = app;

  await expect(steps(page)).toContainText("it is not on this computer yet");
  await expect(steps(page)).toContainText("curl -fsSL https://claude.ai/install.sh | bash");
  await page.getByRole("button", { name: "Copy the line for npm" }).click();
  await expect.poll(() => app.clipboard()).toBe("npm install -g @anthropic-ai/claude-code");
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(steps(page)).toContainText("Not there yet.");
  await expectAccessible(page);

  installClaude(desktop);
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(steps(page)).toContainText(join(desktop.userHome, ".local/bin/claude"));
  await expectAccessible(page);
  await steps(page).getByRole("button", { name: "Log in" }).click();
  await expect.poll(() => existsSync(opened) && readFileSync(opened, "utf8")).toContain("auth login");
  await expect(steps(page)).toContainText("This page goes on by itself.");

  desktop.logIn();
  writeFileSync(
    join(desktop.userHome, ".claude.json"),
    JSON.stringify({ oauthAccount: { accountUuid: "a", emailAddress: "ada@example.com", organizationName: "Ada" } }),
  );
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(steps(page)).toContainText("As ada@example.com · Max plan");
  await expect(page.getByRole("region", { name: "Your own endpoint" })).toContainText("http://127.0.0.1:");
  await expectAccessible(page);
  await say(page, "Hello");
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("Welcome aboard.");
  await page.getByRole("button", { name: "New chat" }).first().click();
  await expect(page.getByText("What shall we think about?")).toBeVisible();
  await expect(steps(page)).toBeHidden();
  await app.end();

  const again = await desktop.launch(options);
  await expect(again.page.getByText("What shall we think about?")).toBeVisible();
  await expect(steps(again.page)).toBeHidden();
  await upstream.close();
});

test("started from a dock, the CLI is found where only the login shell knows it, the newest of several", async ({
  desktop,
}) => {
  test.skip(elsewhere !== undefined, `this machine has ${elsewhere}`);
  const tools = join(desktop.userHome, "my tools");
  put(join(desktop.userHome, ".npm-global/bin/claude"), 'echo "2.1.88 (Claude Code)"');
  writeFileSync(join(desktop.userHome, ".profile"), `echo "Good day!"\nexport PATH="$PATH:${tools}"\n`);
  const app = await desktop.launch(newcomer());
  await expect(steps(app.page)).toContainText("Version 2.1.88 is too old");
  await expect(steps(app.page)).toContainText("claude update");
  await expectAccessible(app.page);
  installClaude(desktop, "my tools");
  await app.page.getByRole("button", { name: "Look again" }).click();
  await expect(steps(app.page)).toContainText(join(tools, "claude"));
  expect((await app.status()).cliPath).toBe(join(tools, "claude"));
});

test("a person can say where the CLI is; what is none is refused", async ({ desktop }) => {
  test.skip(elsewhere !== undefined, `this machine has ${elsewhere}`);
  const app = await desktop.launch(newcomer());
  const { page } = app;
  const choose = (path: string) =>
    app.electron.evaluate(({ dialog }, chosen) => {
      Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }) });
    }, path);
  const hidden = join(desktop.userHome, "somewhere", "else");
  put(join(hidden, "not-claude"), "exit 1");
  await choose(join(hidden, "not-claude"));
  await page.getByRole("button", { name: "Choose the file…" }).click();
  await expect(steps(page).getByRole("alert")).toContainText("not the Claude CLI");
  installClaude(desktop, "somewhere/else");
  await choose(join(hidden, "claude"));
  await page.getByRole("button", { name: "Choose the file…" }).click();
  await expect(steps(page)).toContainText(join(hidden, "claude"));
  await expect(steps(page).getByRole("button", { name: "Log in" })).toBeVisible();
});

test("the demo answers at once without CLI and account, says so on every page, and the way back is there", async ({
  desktop,
}) => {
  test.skip(elsewhere !== undefined, `this machine has ${elsewhere}`);
  const app = await desktop.launch(newcomer());
  const { page } = app;
  await page.getByRole("button", { name: "Try it without an account" }).click();
  const sign = page.getByRole("region", { name: "Demo" });
  await expect(sign).toContainText("The demo brain answers, not Claude.");
  await say(page, "Are you there?");
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("You said: “Are you there?”");
  const list = page.getByRole("navigation", { name: "Conversations" });
  await expect(list.getByRole("button", { name: "Are you there? Demo" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  await expect(sign).toBeVisible();
  await page.getByRole("radio", { name: "Usage" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Chat window" })).toHaveCount(0);

  await sign.getByRole("button", { name: "Use my own Claude" }).click();
  await expect(sign).toBeHidden();
  await page.getByRole("button", { name: "New chat" }).first().click();
  await expect(steps(page)).toContainText("it is not on this computer yet");
  await app.end();
  const again = await desktop.launch(newcomer());
  await expect(steps(again.page)).toBeVisible();
});

test("the steps can be skipped for good, and asked for again", async ({ desktop }) => {
  const app = await desktop.launch();
  await steps(app.page).getByRole("button", { name: "Skip" }).click();
  await expect(steps(app.page)).toBeHidden();
  await expect(app.page.getByRole("region", { name: "What the brain needs" })).toBeVisible();
  await app.end();

  const { page } = await desktop.launch();
  await expect(page.getByRole("region", { name: "What the brain needs" })).toBeVisible();
  await expect(steps(page)).toBeHidden();
  await chooseInPalette(page, "Show the first steps again");
  await expect(steps(page).getByRole("button", { name: "Log in" })).toBeVisible();
});

test("a taken port and a stopped brain show among the first steps, with what can be done", async ({ desktop }) => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  desktop.logIn();
  const { page } = await desktop.launch({ env: { BRAINSTEM_PORT: String(port) } });
  await expect(page.getByRole("region", { name: "What the brain needs" })).toContainText("taken");
  await expect(steps(page)).toContainText("You are logged in");
  await expectAccessible(page);
  await new Promise((resolve) => other.close(resolve));
  await page.getByRole("switch", { name: "Brain" }).click();
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(steps(page)).toContainText("Ask anything below");
});
