import { expect, type Page } from "@playwright/test";

/** Opens the palette, types `name` and chooses the action of that name. */
export async function chooseInPalette(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("main")).toBeAttached();
  await page.keyboard.press("Control+K");
  const palette = page.getByRole("dialog", { name: "Go anywhere" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(name);
  await expect(palette.getByRole("option", { selected: true })).toContainText(name);
  await page.keyboard.press("Enter");
}
