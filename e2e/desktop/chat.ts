import { expect, type Page } from "@playwright/test";
import type { Respond } from "../../src-main/demo/messages-api";
import { type StandIn, startStandIn } from "../../src-main/demo/stand-in";
import type { BrainstemApp } from "./app";
import type { Desktop } from "./desktop";

export const logOf = (page: Page) => page.getByRole("log", { name: "Conversation" });
export const fieldOf = (page: Page) => page.getByRole("textbox", { name: "Message", exact: true });

export async function say(page: Page, text: string): Promise<void> {
  await fieldOf(page).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** A logged-in app whose model answers as `respond` says, and what its page complained about. */
export async function openChat(
  desktop: Desktop,
  respond: Respond,
): Promise<{ app: BrainstemApp; page: Page; upstream: StandIn; complaints: string[] }> {
  const upstream = await startStandIn({ respond });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  const { page } = app;
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  return { app, page, upstream, complaints };
}
