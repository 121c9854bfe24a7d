import { expect } from "@playwright/test";
import { test } from "./desktop";
test("shots", async ({ desktop }) => {
  const { page } = await desktop.launch({ args: ["--demo"] });
  const shot = async (n: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/lab/conv-shots/${n}-${colorScheme}.png` });
    }
  };
  await page.getByRole("textbox", { name: "Message", exact: true }).fill("Tell me about cats and their nine lives");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible({ timeout: 20000 });
  await page.getByRole("button", { name: "Answer again" }).click();
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible({ timeout: 20000 });
  await page.getByRole("button", { name: "Edit message" }).click();
  await shot("edit");
  await page.getByRole("textbox", { name: "Edited message" }).fill("And dogs?");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Versions" })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible({ timeout: 20000 });
  await page.getByRole("button", { name: "Version before" }).click();
  await expect(page.getByRole("group", { name: "Versions" })).toHaveCount(2);
  await shot("branches");
  await page.getByRole("button", { name: /^Model: / }).click();
  await shot("options");
  await page.keyboard.press("Escape");
  const search = page.getByRole("searchbox");
  await search.fill("demo");
  await page.waitForTimeout(600);
  await shot("search");
  await search.fill("");
  await page.getByRole("button", { name: /^Actions for/ }).first().focus();
  await page.keyboard.press("Enter");
  await shot("menu");
});
