import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { API_KEY, type BrainstemApp } from "./app";
import { type Desktop, test } from "./desktop";

/** A small server that speaks OpenAI's chat completions. */
async function startHelper(answer: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === "/v1/models") return void response.end(JSON.stringify({ data: [{ id: "helper-1" }] }));
    const chunk = { choices: [{ index: 0, delta: { content: answer }, finish_reason: null }] };
    const end = { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] };
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(`data: ${JSON.stringify(chunk)}\n\ndata: ${JSON.stringify(end)}\n\ndata: [DONE]\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}

async function launchDemo(desktop: Desktop): Promise<BrainstemApp> {
  const app = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  return app;
}

const go = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name }).click();

async function ask(app: BrainstemApp, model: string): Promise<string> {
  const { baseUrl } = await app.status();
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ model, messages: [{ role: "user", content: "Are you there?" }] }),
  });
  const body = (await response.json()) as { choices?: { message: { content: string } }[] };
  return body.choices?.[0]?.message.content ?? JSON.stringify(body);
}

async function addBackend(page: Page, name: string, address: string): Promise<Locator> {
  await page.getByRole("button", { name: "Add a backend" }).click();
  const form = page.getByRole("form", { name: "Add a backend" });
  await form.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await form.getByRole("textbox", { name: "Address" }).fill(address);
  await form.getByRole("button", { name: "Add a backend" }).click();
  return form;
}

async function makeAgent(page: Page, name: string, tools: string[] = []): Promise<void> {
  await go(page, "Agents");
  await page.getByRole("button", { name: "New agent" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  for (const tool of tools) await page.getByRole("button", { name: tool, exact: true }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: `Edit ${name}` })).toBeVisible();
}

async function run(page: Page, prompt: string): Promise<void> {
  await page.getByRole("textbox", { name: "What to do" }).fill(prompt);
  await page.getByRole("button", { name: "Start" }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
  }
}

test("a backend is added with a key that never comes back, answers for a role, and has the Claude CLI behind it", async ({
  desktop,
}) => {
  const helper = await startHelper("The helper is here.");
  const app = await launchDemo(desktop);
  const { page } = app;
  await go(page, "Settings");

  const form = await addBackend(page, "My Helper", "localhost");
  await expect(form.getByText("It must be an address such as http://127.0.0.1:11434/v1.")).toBeVisible();
  await form.getByRole("textbox", { name: "Address" }).fill(helper.url);
  await form.getByLabel("Key", { exact: true }).fill("helper-secret");
  await form.getByRole("button", { name: "Add a backend" }).click();
  const item = page.getByRole("listitem").filter({ hasText: helper.url });
  await expect(item).toContainText("Ready");
  await item.getByRole("button", { name: "Edit My Helper" }).click();
  await expect(item.getByText("A key is kept.")).toBeVisible();
  expect(await page.content()).not.toContain("helper-secret");
  await item.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("textbox", { name: "A role of your own" }).fill("homework");
  await page.getByRole("button", { name: "Add role" }).click();
  await page.getByLabel("homework, First choice: backend").selectOption("My Helper");
  await page.getByLabel("homework, Backup: backend").selectOption("Claude CLI");
  await expect.poll(() => ask(app, "homework")).toBe("The helper is here.");

  await helper.close();
  await expect.poll(() => ask(app, "homework")).toContain("You said: “Are you there?”");
  await expect(item).toContainText("cannot be reached");
  await item.getByRole("button", { name: "Remove My Helper" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(item).toBeHidden();
  await expect(page.getByLabel("homework, First choice: backend")).toContainText("my-helper (removed)");
});

test("an agent is made, does its job, and can be changed and removed", async ({ desktop }) => {
  const { page } = await launchDemo(desktop);
  await makeAgent(page, "gardener");
  await run(page, "Tell me of the garden");
  const log = page.getByRole("log", { name: "What happened" });
  await expect(log).toContainText("You said: “Tell me of the garden”");
  await expect(page.getByRole("region", { name: "How it ended" })).toContainText(/of \$5\.00 · .+ in, \d+ out/);

  await page.getByRole("button", { name: "All agents and jobs" }).click();
  await expect(page.getByRole("button", { name: /^Done Tell me of the garden gardener/ })).toBeVisible();
  await page.getByRole("button", { name: "Edit gardener" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("My Gardener");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It must be up to 40 lower-case letters, digits and dashes.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("head-gardener");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Edit gardener" })).toBeHidden();
  await page.getByRole("button", { name: "Remove head-gardener" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("button", { name: "Edit head-gardener" })).toBeHidden();
});

test("an agent's question shows on every page, with all that it would do, and a no is a no", async ({ desktop }) => {
  let asked = 0;
  const upstream = await startStandIn({
    respond: ({ messages, tools = [] }) => {
      const answered = JSON.stringify(messages[messages.length - 1]).includes("tool_result");
      if (answered || !tools.some(({ name }) => name === "Bash")) return { steps: [{ text: "Then I leave it." }] };
      const input = JSON.stringify({ command: "touch planted.txt" });
      return { steps: [{ tool: "Bash", id: `toolu_${++asked}`, input: [input] }] };
    },
  });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  const { page } = app;
  await makeAgent(page, "planter", ["Bash?"]);
  await run(page, "Plant something");
  await go(page, "Chat");
  const nav = page.getByRole("navigation", { name: "Pages" });
  await nav.getByRole("button", { name: "Agents 1 question waits" }).click();
  const question = page.getByRole("region", { name: "planter asks to use Bash" });
  await expect(question).toContainText("touch planted.txt");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Deny" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("log", { name: "What happened" })).toContainText("Denied");
  await expect(page.getByRole("log", { name: "What happened" })).toContainText("Then I leave it.");
  await expect(nav.getByRole("button", { name: "Agents", exact: true })).toBeVisible();
  await upstream.close();
});

test("what a turn used shows under Usage, and grows with the next one", async ({ desktop }) => {
  const app = await launchDemo(desktop);
  const { page } = app;
  await page.getByRole("textbox", { name: "Message" }).fill("Hello there");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("first word after")).toBeVisible();
  await go(page, "Activity");
  await page.getByRole("radio", { name: "Usage" }).click();
  const table = page.getByRole("region", { name: "Usage" });
  await expect(table.getByRole("row").filter({ hasText: "Chat window" })).toContainText("Claude Sonnet 4.6");
  const last30 = page.getByRole("region", { name: "The last 30 days" });
  await expect(last30.getByText("1", { exact: true })).toBeVisible();
  await ask(app, "default");
  await expect(last30.getByText("2", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("the new pages are accessible in both themes", async ({ desktop }) => {
  const { page } = await launchDemo(desktop);
  await go(page, "Settings");
  await addBackend(page, "", "nowhere");
  await expect(page.getByText("It is needed.").first()).toBeVisible();
  await expectAccessible(page);
  await makeAgent(page, "gardener");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Edit gardener" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Remove gardener" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await run(page, "Hello");
  await expect(page.getByRole("region", { name: "How it ended" })).toBeVisible();
  await expectAccessible(page);
});
