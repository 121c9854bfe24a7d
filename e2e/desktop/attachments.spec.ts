import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { ContentBlock, MessagesRequest } from "../../src-main/demo/messages-api";
import { expectAccessible } from "./accessible";
import { fieldOf, logOf, openChat, say } from "./chat";
import { test } from "./desktop";

const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const notes = '# Notes\n\n```js\nlet otter = 1;\n```\nЗдравей "quoted"\n';

interface Given {
  name: string;
  type: string;
  base64: string;
}
const given = (name: string, type: string, content: string | Buffer): Given => ({
  name,
  type,
  base64: Buffer.from(content).toString("base64"),
});

/** Drops files on a place of the page, or pastes them into it, as the browser tells of it. */
async function bring(page: Page, how: "drop" | "paste", selector: string, files: Given[]): Promise<void> {
  await page.locator(selector).evaluate(
    (place, { how, files }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const bubbling = { bubbles: true, cancelable: true };
      if (how === "paste") place.dispatchEvent(new ClipboardEvent("paste", { ...bubbling, clipboardData: data }));
      for (const name of how === "drop" ? ["dragover", "drop"] : [])
        place.dispatchEvent(new DragEvent(name, { ...bubbling, dataTransfer: data }));
    },
    { how, files },
  );
}

/** What the person said last, as the API got it, without what the CLI adds. */
function lastSaid(request: MessagesRequest | undefined): ContentBlock[] {
  const content = request?.messages.at(-1)?.content ?? [];
  const blocks = typeof content === "string" ? [{ type: "text", text: content }] : content;
  return blocks
    .filter(({ text = "" }) => !String(text).startsWith("<system-reminder>"))
    .map(({ cache_control: _, ...block }): ContentBlock => block);
}

const document = {
  type: "document",
  source: { type: "base64", media_type: "application/pdf", data: pdf.toString("base64") },
  title: "plan.pdf",
};
const text = { type: "text", text: `File “notes.md”:\n\n\`\`\`\`md\n${notes}\`\`\`\`` };

test("a PDF and a text file by drop, paste or button reach the model whole, and stay with the message", async ({
  desktop,
}) => {
  const { app, page, upstream, complaints } = await openChat(desktop, () => ({ steps: [{ text: "I have read it." }] }));
  const tray = page.getByRole("list", { name: "Files to send" });
  await bring(page, "drop", "#message-hint", [given("plan.pdf", "application/pdf", pdf)]);
  await expect(tray.getByText("plan.pdf").first()).toBeVisible();
  await expect(fieldOf(page)).toBeFocused();
  await bring(page, "paste", "#message-field", [given("notes.md", "", notes)]);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "gone.csv", mimeType: "text/csv", buffer: Buffer.from("a;b") });
  await expect(tray.getByRole("listitem")).toHaveCount(3);
  await expectAccessible(page);

  await tray.getByRole("button", { name: "Remove gone.csv" }).press("Enter");
  await expect(tray.getByRole("listitem")).toHaveCount(2);
  await expect(fieldOf(page)).toBeFocused();
  await say(page, "Compare them");
  await expect(logOf(page)).toContainText("I have read it.");
  expect(lastSaid(upstream.requests.at(-1)?.body)).toEqual([document, text, { type: "text", text: "Compare them" }]);
  await expect(tray).toBeHidden();

  const shown = logOf(page).getByRole("list", { name: "Files" });
  await expect(shown.getByRole("listitem")).toHaveCount(2);
  await shown.getByRole("button", { name: /^Show notes\.md, MD, \d+ byte/ }).press("Enter");
  const preview = page.getByRole("dialog", { name: "notes.md" });
  await expect(preview.getByRole("region")).toHaveText(notes);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(preview).toBeHidden();

  // A PDF goes to another program after a question, as a copy, or where the person wants it.
  const out = join(desktop.userHome, "out.pdf");
  await app.electron.evaluate(({ dialog, shell }, path) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: false, filePath: path }),
      showMessageBox: async (_window: unknown, { message }: { message: string }) => {
        opened.push(message);
        return { response: opened.length === 1 ? 1 : 0 };
      },
    });
    Object.assign(shell, {
      openPath: async (file: string) => {
        opened.push(file);
        return "";
      },
    });
  }, out);
  const opened = () => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await shown.getByRole("button", { name: /^Show plan\.pdf, PDF/ }).press("Enter");
  const paper = page.getByRole("dialog", { name: "plan.pdf" });
  await paper.getByRole("button", { name: "Open…" }).press("Enter");
  await expect.poll(opened).toEqual(["Open “plan.pdf” in another program?"]);
  await paper.getByRole("button", { name: "Open…" }).press("Enter");
  await expect.poll(async () => (await opened()).length).toBe(3);
  const copy = (await opened())[2] ?? "";
  expect(copy).toMatch(/plan\.pdf$/);
  expect(readFileSync(copy)).toEqual(pdf);
  await expectAccessible(page);
  await paper.getByRole("button", { name: "Save a copy…" }).press("Enter");
  await expect.poll(() => existsSync(out) && readFileSync(out).equals(pdf)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(paper).toBeHidden();

  await page.getByRole("button", { name: "Edit message" }).click();
  await page.getByRole("textbox", { name: "Edited message" }).fill("Only the first");
  await page.getByRole("textbox", { name: "Edited message" }).press("Enter");
  await expect.poll(() => upstream.requests.length).toBe(2);
  expect(lastSaid(upstream.requests.at(-1)?.body)).toEqual([document, text, { type: "text", text: "Only the first" }]);
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  await logOf(page).getByText("Only the first").hover();
  await logOf(page).getByRole("button", { name: "Copy message" }).first().click();
  await expect.poll(() => app.clipboard()).toBe("Only the first");

  // The history of a later question holds them too, and so does an exported file.
  await say(page, "And now?");
  await expect.poll(() => upstream.requests.length).toBe(3);
  expect(JSON.stringify(upstream.requests.at(-1)?.body.messages)).toContain(pdf.toString("base64"));
  await app.electron.evaluate(
    ({ dialog }, path) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath: path }) });
    },
    join(desktop.userHome, "out.json"),
  );
  await page.getByRole("button", { name: "Actions for Compare them" }).press("Enter");
  await page.getByRole("menuitem", { name: "Export as JSON…" }).click();
  const saved = () => {
    try {
      return readFileSync(join(desktop.userHome, "out.json"), "utf8");
    } catch {
      return "";
    }
  };
  await expect.poll(saved).toContain(JSON.stringify(notes));
  expect(complaints).toEqual([]);
  await upstream.close();
});

test("what cannot be sent is refused in friendly words, and what was added stays with its conversation", async ({
  desktop,
}) => {
  const { page, upstream } = await openChat(desktop, () => ({ steps: [{ text: "Yes." }] }));
  const tray = page.getByRole("list", { name: "Files to send" });
  await bring(page, "drop", "#message-field", [
    given("a.zip", "application/zip", Buffer.from([0x50, 0x4b, 3, 4, 0, 0])),
    given("empty.txt", "text/plain", ""),
    given("long.log", "text/plain", "x".repeat(600 * 1024)),
  ]);
  await expect(page.getByText("“a.zip” is neither text nor a PDF.")).toBeVisible();
  await expect(page.getByText("“empty.txt” is empty.")).toBeVisible();
  await expect(page.getByText("“long.log” is too long. A text file may have up to 512 kB.")).toBeVisible();
  await expect(tray).toBeHidden();

  const many = Array.from({ length: 11 }, (_, i) => given(`${i}.txt`, "text/plain", `${i}`));
  await bring(page, "drop", "#message-field", many);
  await expect(page.getByText("A message holds up to 10 files.")).toBeVisible();
  await expect(tray.getByRole("listitem")).toHaveCount(10);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: "Chat", exact: true }).click();
  await expect(tray.getByRole("listitem")).toHaveCount(10);

  // Files alone are a message, too.
  await page.getByRole("button", { name: "Send" }).click();
  await expect(logOf(page)).toContainText("Yes.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("0.txt");
  expect(lastSaid(upstream.requests.at(-1)?.body)).toHaveLength(10);
  await upstream.close();
});
