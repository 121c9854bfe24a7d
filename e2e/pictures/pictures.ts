import { expect, type Page } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { API_KEY } from "../desktop/app";
import { test } from "../desktop/desktop";
import { questions, respondAs } from "./conversation";
import { fineDrawing, installClaude, resize, shoot } from "./studio";

const port = 7411;

test("the pages of a brain at work", async ({ desktop }) => {
  let goOn = () => {};
  const upstream = await startStandIn({
    respond: respondAs({ shown: new Promise<void>((resolve) => (goOn = resolve)) }),
  });
  desktop.logIn();
  const { args, env } = fineDrawing(desktop.userHome);
  const claude = installClaude(desktop.userHome, upstream.url);
  const app = await desktop.launch({
    args,
    env: { ...env, BRAINSTEM_CLAUDE_PATH: claude, BRAINSTEM_PORT: String(port) },
  });
  const { page } = app;
  await resize(app, 1280, 820);
  await expect.poll(async () => (await app.status()).reason ?? (await app.status()).state).toBe("ready");

  for (const question of questions.earlier) await ask(page, question);
  await callEndpoint("AsyncOpenAI/Python 3.54.0", "Good evening! Is the shop still open?");
  await callEndpoint("AsyncOpenAI/Python 3.54.0", "And tomorrow, from when on?");
  await callEndpoint("OpenAI/JS 7.57.0", "Name three colours that go with teal.");
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByText("What shall we think about?").waitFor();
  await shoot(page, "welcome");

  await ask(page, questions.shown);
  await shoot(page, "chat");

  await begin(page, questions.streamed);
  await expect(page.getByRole("log")).toContainText("not from the");
  await shoot(page, "streaming");
  await open(page, "Activity");
  await expect(page.getByRole("cell", { name: "Running" })).toBeVisible();
  await shoot(page, "activity");
  goOn();
  await open(page, "Settings");
  await page
    .getByPlaceholder(claude)
    .evaluate((field) => field.setAttribute("placeholder", "/home/olena/.local/bin/claude"));
  await shoot(page, "settings");

  await open(page, "Chat");
  await page.getByText(questions.shown.slice(0, 20)).first().click();
  await page.getByRole("log").getByText("first word after").waitFor();
  await resize(app, 480, 820);
  await shoot(page, "narrow");
  await upstream.close();
});

test("the help where nobody is logged in", async ({ desktop }) => {
  const { args, env } = fineDrawing(desktop.userHome);
  const app = await desktop.launch({ args, env: { ...env, BRAINSTEM_PORT: String(port) } });
  await resize(app, 1280, 820);
  await app.page.getByRole("button", { name: "Log in" }).waitFor();
  await shoot(app.page, "not-logged-in");
});

/** Sends it as the first message of a new chat. */
async function begin(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Asks it in a new chat and waits for the whole answer. */
async function ask(page: Page, text: string): Promise<void> {
  await begin(page, text);
  await page.getByRole("log").getByText("first word after").waitFor();
}

async function open(page: Page, name: "Chat" | "Activity" | "Settings"): Promise<void> {
  const show = page.getByRole("button", { name: "Show sidebar" });
  if (await show.isVisible()) await show.click();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name }).click();
}

/** Another program's turn, for the Activity page. */
async function callEndpoint(client: string, content: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json", "user-agent": client },
    body: JSON.stringify({ model: "claude-haiku-4-5", messages: [{ role: "user", content }] }),
  });
  expect(response.status, await response.text()).toBe(200);
}
