import { expect, type Page } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { test } from "./desktop";

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

test("the window opens, and the demo brain answers into it", async ({ desktop }) => {
  const app = await desktop.launch({ args: ["--demo"] });
  await expect(app.page).toHaveTitle("Brainstem");
  await expect(app.page.getByRole("status").first()).toContainText(/ready/i);
  await say(app.page, "Hello there");
  const log = app.page.getByRole("log", { name: "Conversation" });
  await expect(log).toContainText("Hello there");
  await expect(app.page.getByRole("button", { name: "Send" })).toBeVisible();
  await expect.poll(async () => (await log.innerText()).length).toBeGreaterThan("Hello there".length + 20);
});

test("words show while the answer is being written, Stop ends it, and all of it is there after a restart", async ({
  desktop,
}) => {
  const upstream = await startStandIn({
    respond: () => ({ steps: [{ text: "The first words " }, { text: "have come." }, { hang: true }] }),
  });
  desktop.logIn();
  const options = { env: { ANTHROPIC_BASE_URL: upstream.url } };

  const app = await desktop.launch(options);
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await say(app.page, "Tell me a long story");
  const log = app.page.getByRole("log", { name: "Conversation" });
  await expect(log).toContainText("The first words have come.");
  await expect.poll(async () => (await app.status()).state).toBe("busy");

  await app.page.getByRole("button", { name: "Stop" }).click();
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await upstream.requests.at(-1)?.aborted;
  await app.end();

  const again = await desktop.launch(options);
  const list = again.page.getByRole("navigation", { name: "Conversations" });
  await list.getByText("Tell me a long story").click();
  await expect(again.page.getByRole("log", { name: "Conversation" })).toContainText("The first words have come.");
  await upstream.close();
});

test("the page has no Node and reaches no network, and nobody but it may ask", async ({ desktop }) => {
  const { page } = await desktop.launch({ args: ["--demo"] });
  const seen = await page.evaluate(async () => ({
    node: typeof (globalThis as { require?: unknown }).require,
    bridge: Object.keys((globalThis as unknown as { brainstem: object }).brainstem).sort(),
    reached: await fetch("http://127.0.0.1:9/").then(
      () => true,
      (error: Error) => error.message,
    ),
    opened: window.open("https://example.com") === null,
    outside: await fetch("app://brainstem/../package.json").then(
      () => true,
      () => false,
    ),
  }));
  expect(seen).toEqual({
    node: "undefined",
    bridge: ["on", "request"],
    reached: "Failed to fetch",
    opened: true,
    outside: false,
  });
  const address = page.url();
  await page.evaluate(() => location.assign("https://example.com/"));
  expect(page.url()).toBe(address);
});
