import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { MessagesRequest } from "../../src-main/demo/messages-api";
import { startStandIn } from "../../src-main/demo/stand-in";
import { expectAccessible } from "./accessible";
import { test } from "./desktop";

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message", exact: true }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

const logOf = (page: Page) => page.getByRole("log", { name: "Conversation" });
const listOf = (page: Page) => page.getByRole("navigation", { name: "Conversations" });

/** What the person said last, as the model got it. */
function lastSaid({ messages }: MessagesRequest): string {
  const { content } = messages.at(-1) ?? { content: "" };
  const texts = typeof content === "string" ? [content] : content.map((part) => ("text" in part ? part.text : ""));
  return String(texts.at(-1));
}

test("a sent message is said anew and an answer is given anew, and all of it stays within reach", async ({
  desktop,
}) => {
  let answers = 0;
  const upstream = await startStandIn({
    respond: (request) => ({ steps: [{ text: `Answer ${++answers} to ${lastSaid(request)}` }] }),
  });
  desktop.logIn();
  const { page, ...app } = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(() => app.status().then(({ state }) => state)).toBe("ready");
  await say(page, "cats");
  await expect(logOf(page)).toContainText("Answer 1 to cats");

  await page.getByRole("button", { name: "Edit message" }).click();
  const field = page.getByRole("textbox", { name: "Edited message" });
  await expect(field).toBeFocused();
  await field.press("Escape");
  await expect(page.getByRole("button", { name: "Edit message" })).toBeFocused();

  await page.getByRole("button", { name: "Edit message" }).click();
  await field.fill("dogs");
  await expectAccessible(page);
  await field.press("Enter");
  await expect(logOf(page)).toContainText("Answer 2 to dogs");
  await expect(logOf(page)).not.toContainText("cats");

  await page.getByRole("button", { name: "Answer again" }).click();
  await expect(logOf(page)).toContainText("Answer 3 to dogs");
  await expect(page.getByRole("group", { name: "Versions" })).toHaveCount(2);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Version before" }).last().click();
  await expect(logOf(page)).toContainText("Answer 2 to dogs");
  await expect(page.getByRole("button", { name: "Version before" }).last()).toBeFocused();
  await page.getByRole("button", { name: "Version before" }).first().press("Enter");
  await expect(logOf(page)).toContainText("Answer 1 to cats");

  await page.reload();
  await expect(logOf(page)).toContainText("Answer 1 to cats");
  await upstream.close();
});

test("a conversation keeps its own model, thinking and instructions; another is not touched by them", async ({
  desktop,
}) => {
  const upstream = await startStandIn({ respond: () => ({ steps: [{ text: "Understood." }] }) });
  desktop.logIn();
  const { page, ...app } = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(() => app.status().then(({ state }) => state)).toBe("ready");

  await page.getByRole("button", { name: /^Model: / }).click();
  const popover = page.getByRole("dialog", { name: "This conversation" });
  await popover.getByRole("combobox", { name: "Thinking" }).selectOption("High");
  await popover.getByRole("textbox", { name: "Instructions" }).fill("Talk like a pirate.");
  await expectAccessible(page);
  await popover.getByRole("option", { name: "Claude Opus 4.7" }).click();
  await say(page, "Hello");
  await expect(logOf(page)).toContainText("Understood.");
  const asked = upstream.requests.at(-1)?.body;
  expect(asked?.model).toBe("claude-opus-4-7");
  expect(JSON.stringify(asked?.system)).toContain("Talk like a pirate.");
  expect(asked?.["output_config"]).toMatchObject({ effort: "high" });

  await page.getByRole("button", { name: "New chat" }).click();
  await expect(page.getByRole("button", { name: /^Model: / })).toHaveAccessibleName("Model: Claude Sonnet 4.6");
  await listOf(page).getByRole("button", { name: "Hello", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Model: / })).toHaveAccessibleName(
    "Model: Claude Opus 4.7, High thinking, instructed",
  );
  await upstream.close();
});

test("words of a message find its conversation, and show where they stand", async ({ desktop }) => {
  const upstream = await startStandIn({
    respond: () => ({ steps: [{ text: "The otter sleeps on its back.\n\nIt holds hands." }] }),
  });
  desktop.logIn();
  const { page, ...app } = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(() => app.status().then(({ state }) => state)).toBe("ready");
  await say(page, "Tell me of an animal");
  await expect(logOf(page)).toContainText("holds hands");
  await page.getByRole("button", { name: "New chat" }).click();
  await say(page, "And another");
  await expect(logOf(page)).toContainText("holds hands");

  const search = page.getByRole("searchbox", { name: "Search conversations" });
  const items = listOf(page).getByRole("listitem");
  await search.fill("BACK. it HOLDS");
  await expect(items).toHaveCount(2);
  await expect(items.first().locator("mark")).toHaveText("back. It holds");
  await expectAccessible(page);
  await search.fill("of an animal");
  await expect(items).toHaveCount(1);
  await items.getByText("Tell me of an animal").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tell me of an animal");
  await search.fill("giraffe");
  await expect(listOf(page)).toContainText("Nothing was found.");
  await search.press("Escape");
  await expect(items).toHaveCount(2);
  await upstream.close();
});

test("a conversation is exported to read and to keep, and comes back from its file", async ({ desktop }) => {
  const upstream = await startStandIn({ respond: () => ({ steps: [{ text: "Water, **salt** and time." }] }) });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  const { page } = app;
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await say(page, "What is the sea?");
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();

  await app.electron.evaluate(({ dialog }, folder) => {
    const chosen = (name: string) => `${folder}/${name}`;
    const where = (given: unknown[]) => chosen((given.at(-1) as { defaultPath: string }).defaultPath);
    Object.assign(dialog, {
      showSaveDialog: async (...given: unknown[]) => ({ canceled: false, filePath: where(given) }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [chosen("What is the sea-.json")] }),
    });
  }, desktop.userHome);
  const exportAs = async (format: string) => {
    await page.getByRole("button", { name: "Actions for What is the sea?" }).press("Enter");
    await page.getByRole("menuitem", { name: `Export as ${format}…` }).click();
  };
  const saved = (name: string) => {
    try {
      return readFileSync(join(desktop.userHome, name), "utf8");
    } catch {
      return "";
    }
  };
  await exportAs("Markdown");
  await expect
    .poll(() => saved("What is the sea-.md"))
    .toBe("# What is the sea?\n\n## You\n\nWhat is the sea?\n\n## Brainstem\n\nWater, **salt** and time.\n");
  await exportAs("JSON");
  await expect.poll(() => saved("What is the sea-.json")).toContain("brainstem-conversation");

  await listOf(page).getByRole("button", { name: "More" }).click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Import a conversation…" }).click();
  await expect(listOf(page).getByRole("listitem")).toHaveCount(2);
  await expect(logOf(page)).toContainText("Water, salt and time.");
  await upstream.close();
});
