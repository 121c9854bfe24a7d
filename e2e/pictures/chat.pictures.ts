import { expect } from "@playwright/test";
import { test } from "../desktop/desktop";
import { pauses, questions, respondAs } from "./conversation";
import { ask, begin, resize, shoot, sit } from "./studio";

test("a chat: empty, whole, while it streams, and in a narrow window", async ({ desktop }) => {
  let goOn = () => {};
  const shown = new Promise<void>((resolve) => (goOn = resolve));
  const { app, page, upstream } = await sit(desktop, { respond: respondAs({ shown }) });
  for (const question of questions.earlier) await ask(page, question);
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByText("What shall we think about?").waitFor();
  await shoot(page, "welcome", desktop);

  await page.locator("input[type=file]").setInputFiles(pauses);
  await page.getByRole("list", { name: "Files to send" }).getByText(pauses.name).first().waitFor();
  await page.getByRole("textbox", { name: "Message" }).fill(questions.shown);
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("log").getByText("first word after").waitFor();
  await shoot(page, "chat", desktop);

  await begin(page, questions.streamed);
  await expect(page.getByRole("log")).toContainText("not from the");
  await shoot(page, "streaming", desktop);
  goOn();

  await page.getByText(questions.shown.slice(0, 20)).first().click();
  await page.getByRole("log").getByText("first word after").waitFor();
  await resize(app, 480, 820);
  await shoot(page, "narrow", desktop);
  await upstream.close();
});

test("a chat in German", async ({ desktop }) => {
  const { page, upstream } = await sit(desktop, {
    respond: respondAs({ shown: Promise.resolve() }),
    env: { LANG: "de_DE.UTF-8", LANGUAGE: "de:en" },
  });
  for (const question of [...questions.germanEarlier, questions.german]) {
    await page.getByRole("button", { name: "Neuer Chat" }).first().click();
    await page.getByRole("textbox", { name: "Nachricht" }).fill(question);
    await page.getByRole("button", { name: "Senden" }).click();
    await page.getByRole("button", { name: "Neu beantworten" }).waitFor();
  }
  await shoot(page, "german", desktop);
  await upstream.close();
});
