import { expect, type Page } from "@playwright/test";

/** Opens the palette, types `name` and chooses the action of that name. */
export async function chooseInPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+K");
  await page.keyboard.type(name);
  const chosen = page.getByRole("option", { selected: true });
  await expect(chosen).toContainText(name);
  await page.keyboard.press("Enter");
}
