import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { test } from "./desktop";
import { claudeProcessesOf } from "./processes";

test("after a crash the words that had come are there, and no old claude process is", async ({ desktop }) => {
  const upstream = await startStandIn({ respond: () => ({ steps: [{ text: "Before the crash." }, { hang: true }] }) });
  desktop.logIn();
  const options = { env: { ANTHROPIC_BASE_URL: upstream.url } };
  const app = await desktop.launch(options);
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await app.page.getByRole("textbox", { name: "Message" }).fill("Are you there?");
  await app.page.getByRole("button", { name: "Send" }).click();
  await expect.poll(() => onDisk(join(desktop.home, "conversations"))).toContain("Before the crash.");
  const orphans = claudeProcessesOf(desktop.userHome).map(({ pid }) => pid);
  expect(orphans.length).toBeGreaterThan(0);
  process.kill(app.pid, "SIGKILL");
  await app.exited;

  const again = await desktop.launch(options);
  await again.page.getByRole("navigation", { name: "Conversations" }).getByText("Are you there?").click();
  await expect(again.page.getByRole("log", { name: "Conversation" })).toContainText("Before the crash.");
  await expect.poll(async () => (await again.status()).state).toBe("ready");
  await expect.poll(() => claudeProcessesOf(desktop.userHome).filter(({ pid }) => orphans.includes(pid))).toEqual([]);
  await upstream.close();
});

/** All that the conversations' files hold. */
function onDisk(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(folder, entry.name), "utf8"))
    .join("\n");
}
