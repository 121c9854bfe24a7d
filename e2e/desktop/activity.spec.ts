import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { API_KEY, type BrainstemApp } from "./app";
import { type Desktop, test } from "./desktop";
import { said, speakTo } from "./voice-client";

const run = promisify(execFile);

async function launchDemo(desktop: Desktop): Promise<BrainstemApp> {
  const app = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await app.page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  return app;
}

async function ask(app: BrainstemApp, caller: string, text: string, more: Record<string, unknown> = {}): Promise<void> {
  const { baseUrl } = await app.status();
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json", "user-agent": caller },
    body: JSON.stringify({ model: "default", messages: [{ role: "user", content: text }], ...more }),
  });
  expect(await response.text()).toContain("You said");
}

const turns = (page: Page) => page.getByRole("region", { name: "Turns" }).getByRole("row");

/** Opens the newest turn's details. */
const openFirst = (page: Page) =>
  page
    .getByRole("button", { name: /^Show details/ })
    .first()
    .click();

test("turns are found by words, state and caller, and their first words are a chart with a sentence", async ({
  desktop,
}) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await ask(app, "Pipecat", "How is the weather in Sofia?");
  await ask(app, "Kitchen radio", "Play something calm.");
  await ask(app, "Kitchen radio", "Louder, please.");
  await expect(turns(page)).toHaveCount(4);
  await expect(
    page.getByRole("group", { name: /^3 turns: half had their first word within \d.*, 95 of 100 within \d/ }),
  ).toBeVisible();
  await expectAccessible(page);

  const find = page.getByRole("searchbox", { name: "Find in turns" });
  await find.fill("sofia weather");
  await expect(turns(page)).toHaveCount(2);
  await expect(page.getByRole("group", { name: /^1 turn had its first word after \d/ })).toBeVisible();
  await find.fill("something else entirely");
  await expect(page.getByText("No turn matches.")).toBeVisible();
  await find.press("Escape");
  await page.getByRole("combobox", { name: "Asked by" }).selectOption("Kitchen radio");
  await expect(turns(page)).toHaveCount(3);
  await page.getByRole("combobox", { name: "State" }).selectOption("failed");
  await expect(page.getByText("No turn matches.")).toBeVisible();
});

test("a turn copied as curl asks the same again; one with more than its words says that it is approximate", async ({
  desktop,
}) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await ask(app, "Pipecat", 'It\'s "quoted" & 2 > 1');
  await openFirst(page);
  await page.getByRole("button", { name: "Copy as curl" }).click();
  await expect.poll(app.clipboard).toContain("curl -N");
  const { stdout } = await run("sh", ["-c", await app.clipboard()]);
  expect(stdout.trimEnd().endsWith("data: [DONE]")).toBe(true);
  await expect(turns(page).filter({ hasText: "curl/" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Find in turns" }).fill("2 > 1");
  await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(2);

  await page.getByRole("searchbox", { name: "Find in turns" }).fill("");
  const messages = [
    { role: "system", content: "Be kind." },
    { role: "user", content: "And now?" },
  ];
  await ask(app, "Pipecat", "", { messages });
  await page.getByRole("searchbox", { name: "Find in turns" }).fill("And now?");
  await openFirst(page);
  await expect(page.getByText("Approximate: only the last message")).toBeVisible();
  await page.getByRole("button", { name: "Copy as curl" }).click();
  await expect.poll(app.clipboard).toMatch(/^# Approximate/);
});

test("a turn is asked again where it was asked, in that route's own words", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  const { baseUrl } = await app.status();
  const post = async (route: string, body: Record<string, unknown>) => {
    const response = await fetch(`${baseUrl}/${route}`, {
      method: "POST",
      headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json", "user-agent": "Asker" },
      body: JSON.stringify(body),
    });
    expect(await response.text()).toContain("You said");
  };
  const routes: [string, Record<string, unknown>, RegExp][] = [
    ["responses", { model: "default", input: "Asked of responses" }, /event: response\.completed/],
    [
      "messages",
      { model: "default", max_tokens: 300, messages: [{ role: "user", content: "Asked of messages" }] },
      /event: message_stop/,
    ],
    ["conversational", { session_id: "kitchen", message: "Asked of conversational" }, /event: done/],
  ];
  for (const [route, body, end] of routes) {
    await post(route, body);
    await page.getByRole("searchbox", { name: "Find in turns" }).fill(`asked of ${route}`);
    await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(1);
    await openFirst(page);
    await expect(page.getByText(`/v1/${route}`)).toBeVisible();
    await page.getByRole("button", { name: "Copy as curl" }).click();
    await expect.poll(app.clipboard).toContain(`/v1/${route}'`);
    const { stdout } = await run("sh", ["-c", await app.clipboard()]);
    expect(stdout).toMatch(end);
    await expect(turns(page).filter({ hasText: "curl/" })).toBeVisible();
  }
  await expect(turns(page).filter({ hasText: /kitchen · / })).toHaveCount(2);
});

test("a turn says how fast it is, and what became of it when its client hung up", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  const long = await speakTo(app, [said("Show me a table, please.")], { caller: "Pipecat" });
  await long.heard(40);
  await openFirst(page);
  const details = turns(page).last();
  await expect(details).toContainText("Here is");
  await expect(details).toContainText(/about [\d.]+ tokens\/s \(Estimated from the letters so far\)/);
  long.hangUp();
  await expect(turns(page).filter({ hasText: "Interrupted" })).toBeVisible();
  await expect(details).toContainText(/The client hung up after \d+ words\./);

  await (await speakTo(app, [said("And now in peace.")], { caller: "Pipecat" })).ended;
  await page.getByRole("combobox", { name: "State" }).selectOption("done");
  await openFirst(page);
  await expect(turns(page).last()).toContainText(/[\d.]+ tokens\/s \(From the backend’s own count of tokens\)/);
  await expect(turns(page).last()).toContainText("It came to its end");
});

test("what a speaking tool says is the answer, and other tools are named", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  const parameters = { type: "object", properties: { message: { type: "string" } } };
  const tools = ["send_message", "get_weather"].map((name) => ({ type: "function", function: { name, parameters } }));
  const more = { tools, x_speak_tool: "send_message" };
  await (await speakTo(app, [said("Use send_message now")], { more })).ended;
  await openFirst(page);
  // The demo brain's every text argument is "Sofia".
  await expect(turns(page).last()).toContainText("Let me look that up.");
  await expect(turns(page).last()).toContainText("Sofia");
  await expect(turns(page).last()).toContainText("Spoken through");
  await (await speakTo(app, [said("Use get_weather now")], { more })).ended;
  await openFirst(page);
  await expect(turns(page).nth(2)).toContainText("get_weather");
  await expect(turns(page).nth(2)).toContainText("It waits for its tools");
});

test("the chart is read and opened with the keys, and turns are found by model and start", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  for (const words of ["One", "Two", "Three"]) await ask(app, "Pipecat", words);
  await ask(app, "Pipecat", "Four", { model: "claude-opus-4-7" });
  await expect(turns(page)).toHaveCount(5);
  const bars = page.getByRole("group", { name: /^4 turns/ }).getByRole("button");
  await bars.last().focus();
  await page.keyboard.press("Home");
  await expect(bars.first()).toBeFocused();
  await expect(bars.first()).toHaveAccessibleName(/^\d\.\d\d s, (Waiting process|Cold start), Pipecat, at \d/);
  await page.keyboard.press("ArrowRight");
  await expect(bars.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Show details/, expanded: true })).toBeFocused();
  await expect(page.getByText("Two", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Model" }).selectOption("claude-opus-4-7");
  await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(1);
  await page.getByRole("combobox", { name: "Model" }).selectOption("");
  await page.getByRole("combobox", { name: "Start" }).selectOption("Continued");
  await expect(page.getByText("No turn matches.")).toBeVisible();
});

test("switched off, no words are kept: neither new ones nor those that were listed", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await ask(app, "Pipecat", "A first secret");
  await openFirst(page);
  await expect(page.getByText("A first secret", { exact: true })).toBeVisible();

  await page.getByRole("switch", { name: "Keep what was said" }).click();
  await expect(page.getByText("Not kept.")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Copy as curl" })).toHaveCount(0);
  await ask(app, "Pipecat", "A second secret");
  await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(2);
  await page.reload();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  await expect(page.getByRole("switch", { name: "Keep what was said" })).not.toBeChecked();
  await openFirst(page);
  await expect(page.getByText("Not kept.")).toHaveCount(2);
  expect(await page.content()).not.toContain("secret");

  await page.getByRole("switch", { name: "Keep what was said" }).click();
  await ask(app, "Pipecat", "Out in the open");
  await expect(turns(page).filter({ hasText: "Done" })).toHaveCount(3);
  await openFirst(page);
  await expect(page.getByText("Out in the open", { exact: true })).toBeVisible();
});
