import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { MessagesRequest, Reply, Step } from "../../src-main/demo/messages-api";
import { type StandIn, startStandIn } from "../../src-main/demo/stand-in";
import { preparePython } from "../clients/python";
import { reported, runExample } from "../clients/run-example";
import { expectAccessible } from "./accessible";
import { API_KEY, type BrainstemApp } from "./app";
import { type Desktop, test } from "./desktop";
import { answered, said, speakTo } from "./voice-client";

const system = { role: "system", content: "You are the voice of a bakery. Be brief." };
const hours = "We are open from seven in the morning until six in the evening, every day but Monday.";
const tale = "Well, it all began when my grandmother came to this town with a jar of sourdough under her coat.";

/** Speech goes sentence by sentence, much slower than it is generated. */
const counted = Array.from({ length: 60 }, (_, i) => `This is sentence number ${i + 1}.`).join(" ");

/** An answer in words that wait for each other, so that what grows can be seen to grow. */
function* say(text: string, pace = 15): Generator<Step> {
  for (const word of text.match(/\s*\S+/g) ?? []) {
    yield { text: word };
    yield { wait: pace };
  }
}

/** What the person said last, or the tool. */
function lastWords({ messages }: MessagesRequest): string {
  return JSON.stringify(messages[messages.length - 1]?.content);
}

function bakery(gate: Promise<void>): (request: MessagesRequest) => Reply {
  return (request) => {
    const words = lastWords(request);
    if (words.includes("Count for me")) return { steps: say(counted, 1) };
    if (words.includes("story")) return { steps: held(tale, gate) };
    if (words.includes("rye left"))
      return {
        steps: [...say("Let me look."), { tool: "mcp__client__stock", id: "toolu_1", input: ['{"bread":', '"rye"}'] }],
      };
    if (words.includes("three loaves")) return { steps: say("There are three loaves left.") };
    return { steps: say(hours), usage: { input_tokens: 40, output_tokens: 21 } };
  };
}

/** The first half, then the rest once it may. */
function* held(text: string, gate: Promise<void>): Generator<Step> {
  const half = text.length / 2;
  yield* say(text.slice(0, half), 1);
  yield { wait: gate };
  yield* say(text.slice(half), 1);
}

let upstream: StandIn | undefined;
test.afterEach(() => upstream?.close());

async function launch(desktop: Desktop, gate = Promise.resolve()): Promise<BrainstemApp> {
  upstream = await startStandIn({ respond: bakery(gate) });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await app.page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Activity" }).click();
  return app;
}

const view = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).click();
const log = (page: Page): Locator => page.getByRole("log");

test("a voice call is followed as it is spoken: its turns, where the caller broke in, its tools", async ({
  desktop,
}) => {
  let goOn = () => {};
  const app = await launch(desktop, new Promise((resolve) => (goOn = resolve)));
  const { page } = app;

  const first = [system, said("When are you open?")];
  await (await speakTo(app, first)).ended;
  await page
    .getByRole("button", { name: /^Show details/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Follow the conversation" }).click();
  await expect(log(page)).toContainText("When are you open?");
  await expect(log(page)).toContainText(hours);

  // It grows while it is spoken, and says that it lives.
  const second = [...first, answered(hours), said("Tell me the story of the shop.")];
  const story = await speakTo(app, second);
  await story.heard(tale.length / 2 - 8);
  await expect(log(page)).toContainText("Tell me the story of the shop.");
  await expect(log(page)).toContainText("when my grandmother");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await expect(log(page)).not.toContainText("sourdough under");
  await expectAccessible(page);

  // The caller breaks in; the next history has only what was heard.
  story.hangUp();
  await expect(log(page)).toContainText(/The client hung up after \d+ words\./);
  goOn();
  const heard = "Well, it all began when";
  const tools = [{ type: "function", function: { name: "stock", parameters: { type: "object" } } }];
  const third = [...second, answered(heard), said("Is there any rye left?")];
  const asks = await speakTo(app, third, { more: { tools } });
  await asks.ended;
  expect(asks.tools()).toEqual(["stock"]);
  await expect(log(page).getByText("broke in here")).toBeVisible();
  await expect(log(page).locator("s")).toHaveText(/^ my grandmother/);
  await expect(log(page)).toContainText("Calls stock");

  const call = { id: "toolu_1", type: "function", function: { name: "stock", arguments: '{"bread":"rye"}' } };
  const fourth = [
    ...third,
    { role: "assistant", content: "Let me look.", tool_calls: [call] },
    { role: "tool", tool_call_id: "toolu_1", content: "three loaves" },
  ];
  await (await speakTo(app, fourth, { more: { tools } })).ended;
  await expect(log(page)).toContainText("There are three loaves left.");
  await log(page).getByText("Result of stock").click();
  await expect(log(page).getByText("three loaves", { exact: true }).last()).toBeVisible();
  await expect(page.getByText("4 turns")).toBeVisible();
  await expect(page.getByText("1 interruption")).toBeVisible();
  await log(page).getByText("System prompt").click();
  await expect(log(page).getByText(system.content).last()).toBeVisible();
  await expectAccessible(page);

  // The page it is on is left by the keyboard; the list has it as one call.
  await page.keyboard.press("Escape");
  await view(page, "Calls");
  await expect(page.getByRole("list", { name: "Calls" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Open the call: When are you open?" }).click();
  await expect(log(page)).toContainText("There are three loaves left.");
});

test("calls of one client are kept apart, and a new turn does not pull a reader away", async ({ desktop }) => {
  const app = await launch(desktop);
  const { page } = app;
  const open = [system, said("When are you open?")];
  const [one, other] = [await speakTo(app, open), await speakTo(app, open)];
  await Promise.all([one.ended, other.ended]);
  let history = [...open, answered(hours)];
  for (let i = 1; i <= 8; i++) {
    history = [...history, said(`And on day ${i} of the year?`)];
    await (await speakTo(app, history)).ended;
    history = [...history, answered(hours)];
  }
  await view(page, "Calls");
  const items = page.getByRole("list", { name: "Calls" }).getByRole("listitem");
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText("9 turns");
  await expect(items.last()).toContainText("1 turn");
  await expectAccessible(page);
  await items.first().getByRole("button").click();
  await expect(log(page).getByText("And on day 8")).toBeInViewport();

  await log(page).focus();
  await page.keyboard.press("Home");
  await expect(log(page).getByText("When are you open?")).toBeInViewport();
  await (await speakTo(app, [...history, said("And at night?")])).ended;
  await expect(log(page)).toContainText("And at night?");
  await expect(log(page).getByText("When are you open?")).toBeInViewport();
  await page.getByRole("button", { name: "Latest" }).click();
  await expect(log(page).getByText("And at night?")).toBeInViewport();
});

test("switched off, a call is still a call, without its words", async ({ desktop }) => {
  const app = await launch(desktop);
  const { page } = app;
  const secret = [said("A secret question: when are you open?")];
  await (await speakTo(app, secret)).ended;
  await view(page, "Calls");
  await page.getByRole("button", { name: /^Open the call: A secret/ }).click();
  await expect(log(page)).toContainText("secret");
  await page.keyboard.press("Escape");
  await page.getByRole("switch", { name: "Keep what was said" }).click();
  await (await speakTo(app, [...secret, answered(hours), said("Another secret")])).ended;
  await page.getByRole("button", { name: "Open the call: Words are not kept" }).click();
  await expect(page.getByText("2 turns")).toBeVisible();
  await expect(log(page).getByText("Its words are not kept.")).toHaveCount(2);
  expect(await page.content()).not.toMatch(/secret|seven in the morning/);
});

test("a real Pipecat agent that is interrupted is one call, with what its person heard", async ({ desktop }) => {
  // The first time, Pipecat is installed.
  test.setTimeout(300_000);
  const root = path.resolve(import.meta.dirname, "../..");
  const python = await preparePython(root);
  test.skip(!python, "there is no Python 3.10 or newer here");
  const app = await launch(desktop);
  const { page } = app;
  const program = path.join(root, "e2e", "clients", "programs", "pipecat_voice.py");
  const spoken = [
    { say: "Count for me.", until: "number 2" },
    { say: "When are you open?", until: "Monday." },
  ];
  const serving = { baseUrl: (await app.status()).baseUrl as string, key: API_KEY };
  const [heard] = reported<string[]>(await runExample(serving, python as string, [program, JSON.stringify(spoken)]));
  await view(page, "Calls");
  const items = page.getByRole("list", { name: "Calls" }).getByRole("listitem");
  await expect(items).toHaveCount(1);
  await expect(items).toContainText("2 turns");
  await expect(items).toContainText("1 interruption");
  await items.getByRole("button").click();
  await expect(log(page)).toContainText(hours);
  const cut = await log(page).locator("s").innerText();
  expect(cut.length).toBeGreaterThan(20);
  expect(counted.replace(/\W/g, "").indexOf(`${heard}${cut}`.replace(/\W/g, ""))).toBe(0);
});

test("a client that drops its oldest messages is followed as one call, which says so once", async ({ desktop }) => {
  test.setTimeout(300_000);
  const root = path.resolve(import.meta.dirname, "../..");
  const python = await preparePython(root);
  test.skip(!python, "there is no Python 3.10 or newer here");
  const app = await launch(desktop);
  const { page } = app;
  const program = path.join(root, "e2e", "clients", "programs", "openai_window.py");
  const questions = ["One: when?", "Two: when?", "Three: when?", "Four: when?", "Five: when?"];
  const serving = { baseUrl: (await app.status()).baseUrl as string, key: API_KEY };
  const told = await runExample(serving, python as string, [program, JSON.stringify(questions), "3"]);
  expect(reported<string[]>(told)).toEqual(questions.map(() => hours));
  await view(page, "Calls");
  const items = page.getByRole("list", { name: "Calls" }).getByRole("listitem");
  await expect(items).toHaveCount(1);
  await expect(items).toContainText("5 turns");
  await items.getByRole("button").click();
  for (const question of questions) await expect(log(page).getByText(question)).toHaveCount(1);
  await expect(log(page).getByText(hours)).toHaveCount(5);
  const note = log(page).getByText("Earlier messages were dropped by the client.");
  await expect(note).toHaveCount(1);
  await expectAccessible(page);
});
