import { test } from "../desktop/desktop";
import { questions, respondAs } from "./conversation";
import { ask, open, shoot, sit } from "./studio";

test("how other programs reach the brain, and the settings", async ({ desktop }) => {
  const { page, upstream } = await sit(desktop, {
    respond: respondAs({ shown: Promise.resolve() }),
    env: { BRAINSTEM_API_KEY: undefined },
  });
  for (const question of questions.earlier) await ask(page, question);
  await open(page, "Connect");
  await page.getByRole("button", { name: "Test it" }).click();
  await page.getByText("It works.").waitFor();
  await shoot(page, "connect", desktop);
  await open(page, "Settings");
  await shoot(page, "settings", desktop);
  const index = page.getByRole("navigation", { name: "Settings" });
  await index.getByRole("button", { name: "Appearance" }).click();
  await page.getByRole("heading", { name: "Appearance" }).waitFor();
  await shoot(page, "appearance", desktop);
  await upstream.close();
});
