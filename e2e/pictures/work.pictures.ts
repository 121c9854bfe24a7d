import { expect } from "@playwright/test";
import { test } from "../desktop/desktop";
import { bakery, callBakery, callOtherwise } from "./bakery";
import { questions, respondAs } from "./conversation";
import { ask, open, shoot, sit } from "./studio";
import { writeUsage } from "./usage-history";

test("what other programs do with the brain", async ({ desktop }) => {
  writeUsage(desktop.home);
  const chat = respondAs({ shown: Promise.resolve() });
  const isOurs = (words: string) => questions.earlier.some((question) => words.includes(question));
  const { app, page, upstream } = await sit(desktop, {
    respond: (request, recorded) =>
      isOurs(JSON.stringify(request.messages)) ? chat(request, recorded) : bakery(request),
  });
  // The call that is shown falls silent for as long as its pictures take.
  await app.saveSettings({ brain: { gapSeconds: 300 } });
  for (const question of questions.earlier) await ask(page, question);
  await callOtherwise(app);
  const call = await callBakery(app);

  await open(page, "Activity");
  await expect(page.getByRole("cell", { name: "Running" })).toBeVisible();
  await shoot(page, "activity", desktop);

  await page.getByRole("radio", { name: "Calls", exact: true }).click();
  await page.getByRole("button", { name: "Open the call: Good morning! When are you open?" }).click();
  await page.getByRole("log").getByText("broke in here").waitFor();
  await shoot(page, "call", desktop);
  call.hangUp();

  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: "Usage" }).click();
  await page.getByRole("region", { name: "The last 30 days" }).waitFor();
  await shoot(page, "usage", desktop);
  await upstream.close();
});
