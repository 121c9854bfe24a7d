import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import type { Respond } from "../../src-main/demo/messages-api";
import { startStandIn } from "../../src-main/demo/stand-in";
import type { BrainstemApp } from "../desktop/app";
import type { Desktop } from "../desktop/desktop";
import { smallerPng } from "./smaller-png";

const folder = fileURLToPath(new URL("../../docs/pictures", import.meta.url));
const themes = ["dark", "light"] as const;

/** The port that people have; the pictures show its address. */
export const port = "7411";
/** How the folders of the pictures' person read. */
const shown = { userHome: "/home/olena", home: "/home/olena/.config/brainstem" };

interface Sitting {
  respond: Respond;
  env?: Record<string, string | undefined>;
}

/** A logged-in person's app of 1280 by 820, ready, whose model answers as `respond` says. */
export async function sit(desktop: Desktop, { respond, env = {} }: Sitting) {
  const upstream = await startStandIn({ respond });
  desktop.logIn();
  const drawn = fineDrawing(desktop.userHome);
  const claude = installClaude(desktop.userHome, upstream.url);
  const app = await desktop.launch({
    args: drawn.args,
    env: { ...drawn.env, BRAINSTEM_CLAUDE_PATH: claude, BRAINSTEM_PORT: port, ...env },
  });
  await resize(app, 1280, 820);
  await expect.poll(async () => (await app.status()).reason ?? (await app.status()).state).toBe("ready");
  return { app, page: app.page, upstream };
}

/** Opens a page of the window by its English name. */
export async function open(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name }).click();
}

/** Sends it as the first message of a new chat. */
export async function begin(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "New chat" }).first().click();
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Asks it in a new chat and waits for the whole answer. */
export async function ask(page: Page, text: string): Promise<void> {
  await begin(page, text);
  await page.getByRole("log").getByText("first word after").waitFor();
}

/** The CLI as the person has it, but talking to `upstream`: the pictures show the app of someone who is logged in. */
function installClaude(userHome: string, upstream: string): string {
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

/** Writes `<name>-light.png` and `<name>-dark.png`; the folders of the test read like a person's. */
export async function shoot(page: Page, name: string, desktop: Desktop): Promise<void> {
  await page.mouse.move(0, 0);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`[data-theme="${theme}"]`).waitFor();
    await rename(page, desktop.userHome, shown.userHome);
    await rename(page, desktop.home, shown.home);
    const picture = await page.screenshot({ animations: "disabled", scale: "device" });
    writeFileSync(join(folder, `${name}-${theme}.png`), smallerPng(picture));
  }
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ({ from, to }) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        if (node.nodeValue?.includes(from)) node.nodeValue = node.nodeValue.replaceAll(from, to);
      for (const field of document.querySelectorAll("input")) field.placeholder = field.placeholder.replace(from, to);
    },
    { from, to },
  );
}
