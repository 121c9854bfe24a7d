import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { fieldOf, logOf, openChat, say } from "./chat";
import { test } from "./desktop";

const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const tray = (page: Page) => page.getByRole("list", { name: "Files to send" });

test("what is attached waits with its words over a restart, and is gone once it is sent", async ({ desktop }) => {
  const { app, page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "I have read it." }] }));
  const kept = () => readdirSync(join(desktop.home, "drafts"));
  await fieldOf(page).fill("Compare these");
  await page.locator("input[type=file]").setInputFiles([
    { name: "plan.pdf", mimeType: "application/pdf", buffer: pdf },
    { name: "notes.md", mimeType: "text/markdown", buffer: Buffer.from("# Notes") },
  ]);
  await expect(tray(page).getByRole("listitem")).toHaveCount(2);
  await expect.poll(kept).toEqual(["new.json"]);
  await app.end();

  const next = (await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } })).page;
  await expect(fieldOf(next)).toHaveValue("Compare these");
  await expect(tray(next).getByText("plan.pdf").first()).toBeVisible();
  await expect(tray(next).getByText("notes.md").first()).toBeVisible();
  await say(next, "Compare these two");
  await expect(logOf(next)).toContainText("I have read it.");
  await expect(logOf(next).getByRole("list", { name: "Files" }).getByRole("listitem")).toHaveCount(2);
  expect(JSON.stringify(upstream.requests.at(-1)?.body.messages)).toContain(pdf.toString("base64"));
  await expect(tray(next)).toBeHidden();
  await expect.poll(kept).toEqual([]);
  await upstream.close();
});
