import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { API_KEY, type BrainstemApp } from "./app";
import { test } from "./desktop";

const open = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The status of `GET /v1/models` with a key. */
async function statusWith(app: BrainstemApp, key: string): Promise<number> {
  const { baseUrl } = await app.status();
  return (await fetch(`${baseUrl}/models`, { headers: { authorization: `Bearer ${key}` } })).status;
}

async function ready(app: BrainstemApp): Promise<string> {
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  return (await app.status()).baseUrl as string;
}

test("an app is connected: the endpoint is tested, and a snippet is copied with the key that the page never had", async ({
  desktop,
}) => {
  const app = await desktop.launch({ args: ["--demo"] });
  const { page } = app;
  const address = await ready(app);
  await open(page, "Connect an app");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connect");

  await open(page, "Test it");
  await expect(page.getByText("It works.")).toBeVisible();
  await expect(page.getByText(/Its first word came after \d+\.\d\d s/)).toBeVisible();
  await expectAccessible(page);

  for (const [tab, words] of [
    ["Pipecat", "OpenAILLMService("],
    ["Python", "from openai import OpenAI"],
    ["Node", 'from "openai"'],
    ["curl", "curl -N"],
    ["LiteLLM", "litellm.completion("],
    ["Open WebUI", "OPENAI_API_BASE_URL"],
  ] as const) {
    await page.getByRole("tab", { name: tab }).click();
    const shown = await page.getByRole("tabpanel").locator("pre").innerText();
    for (const part of [words, address, "YOUR_KEY"]) expect(shown).toContain(part);
    await page.getByRole("button", { name: "Copy code" }).click();
    await expect.poll(app.clipboard).toContain(words);
    const copied = await app.clipboard();
    expect(copied.trimEnd()).toBe(shown.replace("YOUR_KEY", API_KEY).trimEnd());
  }
  await page.getByLabel("Model", { exact: true }).selectOption("voice");
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect.poll(app.clipboard).toContain("voice");
  expect(await page.content()).not.toContain(API_KEY);

  await open(page, "Reveal");
  await expect(page.getByText(API_KEY)).toBeVisible();
  await open(page, "Chat");
  await open(page, "Connect");
  await expect(page.getByText("The key is hidden")).toHaveCount(1);
  await expect(page.getByText(API_KEY)).toHaveCount(0);
});

test("the page is reached by the navigation, the keys and the palette", async ({ desktop }) => {
  const app = await desktop.launch({ args: ["--demo"] });
  const { page } = app;
  await ready(app);
  const heading = page.getByRole("heading", { level: 1 });
  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Connect" }).click();
  await expect(heading).toHaveText("Connect");
  await page.keyboard.press("Control+1");
  await expect(heading).toHaveText("New chat");
  await page.keyboard.press("Control+4");
  await expect(heading).toHaveText("Connect");
  await page.keyboard.press("Control+5");
  await expect(heading).toHaveText("Settings");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go anywhere" }).fill("connect");
  await expect(page.getByRole("option", { name: "Connect" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText("Connect");
});

test("a new key is taken at once, the old one is refused, and it is the same after a restart", async ({ desktop }) => {
  const options = { args: ["--demo"], env: { BRAINSTEM_API_KEY: undefined } };
  const app = await desktop.launch(options);
  const { page } = app;
  await ready(app);
  await open(page, "Settings");
  const copyKey = async (not = "") => {
    await page.getByRole("button", { name: "Copy key" }).click();
    await expect.poll(app.clipboard).toMatch(/^bs-/);
    await expect.poll(app.clipboard).not.toBe(not);
    return app.clipboard();
  };
  const old = await copyKey();
  expect(await statusWith(app, old)).toBe(200);

  const make = page.getByRole("button", { name: "Make a new key" });
  await make.click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  expect(await statusWith(app, old)).toBe(200);

  await make.click();
  await page.getByRole("dialog").getByRole("button", { name: "Make a new key" }).click();
  await expect(page.getByText("There is a new key.")).toBeVisible();
  const fresh = await copyKey(old);
  expect(await statusWith(app, old)).toBe(401);
  expect(await statusWith(app, fresh)).toBe(200);
  await app.end();

  const again = await desktop.launch(options);
  await ready(again);
  expect(await statusWith(again, fresh)).toBe(200);
});

test("a key that was given at the start is not replaced, and the page says why", async ({ desktop }) => {
  const app = await desktop.launch({ args: ["--demo"] });
  await ready(app);
  await open(app.page, "Settings");
  await app.page.getByRole("button", { name: "Make a new key" }).click();
  await app.page.getByRole("dialog").getByRole("button", { name: "Make a new key" }).click();
  await expect(app.page.getByRole("alert")).toContainText("BRAINSTEM_API_KEY");
  expect(await statusWith(app, API_KEY)).toBe(200);
});
