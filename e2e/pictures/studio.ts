import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { Bridge } from "../../src-shared/ipc";
import type { BrainstemApp } from "../desktop/app";
import { smallerPng } from "./smaller-png";

const folder = fileURLToPath(new URL("../../docs/pictures", import.meta.url));
/** The system of the tests is a light one. */
const themes = ["dark", "light"] as const;

/** The CLI as the person has it, but talking to `upstream`: the pictures show the app of someone who is logged in. */
export function installClaude(userHome: string, upstream: string): string {
  const bin = join(userHome, ".local", "bin");
  const path = join(bin, "claude");
  mkdirSync(bin, { recursive: true });
  const real = process.env["BRAINSTEM_CLAUDE_PATH"];
  writeFileSync(path, `#!/bin/sh\nANTHROPIC_BASE_URL='${upstream}' exec '${real}' "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Pixels twice as fine as usual, and the typeface of a desktop where the machine has one. */
export function fineDrawing(userHome: string): { args: string[]; env: Record<string, string> } {
  const fonts = join(userHome, "fonts.conf");
  const prefer = (family: string, choices: string[]) =>
    `<alias binding="same"><family>${family}</family><prefer>${choices.map((name) => `<family>${name}</family>`).join("")}</prefer></alias>`;
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${prefer("sans-serif", ["Inter", "Cantarell"])}${prefer("ui-monospace", ["JetBrains Mono", "DejaVu Sans Mono"])}</fontconfig>`,
  );
  return { args: ["--force-device-scale-factor=2"], env: { FONTCONFIG_FILE: fonts } };
}

export async function resize(app: BrainstemApp, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await app.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
}

/** Writes `<name>-light.png` and `<name>-dark.png`. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  for (const theme of themes) {
    await page.evaluate(
      (wanted) =>
        (window as unknown as { brainstem: Bridge }).brainstem.request("settings.update", {
          appearance: { theme: wanted },
        }),
      theme,
    );
    await page.locator(`[data-theme="${theme}"]`).waitFor();
    const picture = await page.screenshot({ animations: "disabled", scale: "device" });
    writeFileSync(join(folder, `${name}-${theme}.png`), smallerPng(picture));
  }
}
