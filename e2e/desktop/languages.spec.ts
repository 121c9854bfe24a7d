import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import de from "../../locales/de/pages.json" with { type: "json" };
import ru from "../../locales/ru/pages.json" with { type: "json" };
import type { Bridge } from "../../src-shared/ipc";
import type { BrainstemApp } from "./app";
import { test } from "./desktop";

const demo = { args: ["--demo"] };
const german = { ...demo, env: { LANG: "de_DE.UTF-8", LANGUAGE: "de:en" } };
const labels = (items: { label: string }[]) => items.map((item) => item.label).filter(Boolean);

/** What the main process says of a request that cannot be met. */
const refusal = (page: Page) =>
  page.evaluate(async () => {
    const { brainstem } = window as unknown as { brainstem: Bridge };
    const reply = await brainstem.request("conversations.open", { id: "nowhere" });
    return reply.ok ? "" : reply.error.message;
  });

/** Chooses a language in Settings, which are open. */
const choose = (page: Page, language: string) =>
  page.locator("select", { has: page.locator('option[value="zh-CN"]') }).selectOption(language);

async function tell(page: Page, message: string, names: { field: string; send: string; again: string }): Promise<void> {
  await page.getByRole("textbox", { name: names.field, exact: true }).fill(message);
  await page.getByRole("button", { name: names.send, exact: true }).click();
  await expect(page.getByRole("button", { name: names.again })).toBeVisible();
}

test("on a German system the window and the tray are German", async ({ desktop }) => {
  const app = await desktop.launch(german);
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: bereit");
  expect(labels(await icon.menu())).toEqual([
    "Gehirn stoppen",
    "Brainstem öffnen",
    "Endpunkt-Adresse kopieren",
    "Beim Anmelden öffnen",
    "Beenden",
  ]);
  await expect(app.page.locator("html")).toHaveAttribute("lang", "de");
  await expect(app.page.getByRole("textbox", { name: "Nachricht", exact: true })).toBeVisible();
  await expect(app.page.getByRole("switch", { name: "Gehirn" })).toBeChecked();
  expect(await refusal(app.page)).toBe("Diese Unterhaltung gibt es nicht mehr.");

  await app.closeWindow();
  await expect.poll(() => desktop.notifications.shown.map((each) => each.title)).toEqual(["Brainstem bleibt an"]);
});

test("the language that the app is started with counts for the system's", async ({ desktop }) => {
  const app = await desktop.launch({ args: ["--demo", "--lang=es"] });
  await expect(app.page.getByRole("textbox", { name: "Mensaje", exact: true })).toBeVisible();
});

test("another language is spoken at once, in the tray as well, and after a restart", async ({ desktop }) => {
  const app = await desktop.launch(demo);
  const { page } = app;
  const icon = await app.tray();
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: ready");
  await page.getByRole("textbox", { name: "Message" }).fill("Half a thought");
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByLabel("Language").selectOption("ru");
  await expect(page.getByRole("heading", { name: "Настройки" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: готов");
  expect(labels(await icon.menu())[0]).toBe("Остановить мозг");
  await icon.click("Остановить мозг");
  await expect.poll(() => icon.tooltip()).toBe("Brainstem: выключен");

  await choose(page, "zh-CN");
  await expect(page.getByRole("heading", { name: "设置" })).toBeVisible();
  expect(labels(await icon.menu())[0]).toBe("启动大脑");
  // The page was not loaded anew: what was being written is still there.
  await page.getByRole("button", { name: "对话", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "消息", exact: true })).toHaveValue("Half a thought");
  await app.end();

  const later = await desktop.launch(demo);
  await expect(later.page.getByRole("textbox", { name: "消息", exact: true })).toBeVisible();
  expect(await (await later.tray()).tooltip()).toBe("Brainstem：已关闭");
  expect(await refusal(later.page)).toBe("该对话已不存在。");
  await later.page.getByRole("button", { name: "设置", exact: true }).click();
  await choose(later.page, "system");
  await expect(later.page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("counts and numbers read right in Russian", async ({ desktop }) => {
  const { page } = await desktop.launch({ args: ["--demo", "--lang=ru"] });
  const names = { field: "Сообщение", send: "Отправить", again: "Ответить заново" };
  const search = page.getByRole("searchbox");
  for (const [round, found] of ["Найден 1 чат", "Найдено 2 чата"].entries()) {
    if (round > 0) await page.getByRole("button", { name: "Новый чат" }).first().click();
    await tell(page, "Расскажи про ёжика", names);
    await search.fill("ёжика");
    await expect(page.getByText(found, { exact: true })).toBeAttached();
    await search.fill("");
  }
  await expect(page.getByText(/первое слово через \d+,\d с · \d+ токен(а|ов)?( · |$)/).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Сегодня" })).toBeVisible();
});

test("what is wrong with backends and agents' files is said in the window's language", async ({ desktop }) => {
  mkdirSync(join(desktop.home, "agents"), { recursive: true });
  writeFileSync(join(desktop.home, "agents", "Broken.md"), "You are nobody.");
  const list = [
    { id: "far", name: "Far", kind: "openai-compatible", baseUrl: "http://127.0.0.1:9/v1" },
    { id: "keyless", name: "Keyless", kind: "anthropic-api" },
  ];
  writeFileSync(join(desktop.home, "settings.json"), JSON.stringify({ backends: { list } }));
  const app = await desktop.launch({ args: ["--demo", "--lang=de"] });
  const { page } = app;
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await goTo(app, "settings", "Einstellungen – Brainstem");
  await expect(page.getByText("Braucht Aufmerksamkeit: nicht erreichbar")).toBeVisible();
  await expect(page.getByText("Prüfe, ob der Server läuft und die Adresse stimmt.")).toBeVisible();
  await expect(page.getByText("Braucht Aufmerksamkeit: kein API-Schlüssel")).toBeVisible();
  await expect(page.getByText(/cannot be reached|no API key|refused|Set its key/)).toHaveCount(0);
  await goTo(app, "agents", "Agenten – Brainstem");
  await expect(page.getByText(/der Name muss aus Kleinbuchstaben/)).toBeVisible();
});

for (const [language, titles] of Object.entries({ de, ru })) {
  for (const width of [1280, 480]) {
    test(`nothing is cut off in ${language} at ${width} pixels`, async ({ desktop }) => {
      const app = await desktop.launch({ args: ["--demo", `--lang=${language}`] });
      await resize(app, width);
      for (const page of ["chat", "agents", "activity", "settings"] as const) {
        await goTo(app, page, page === "chat" ? "Brainstem" : `${titles[page]} – Brainstem`);
        expect(await overflowing(app.page), `on the page "${page}"`).toEqual([]);
      }
    });
  }
}

async function resize({ electron, page }: BrainstemApp, width: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, wide) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(wide, 820);
  }, width);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
}

/** As the tray and the menu do: names differ from language to language. */
async function goTo({ electron, page }: BrainstemApp, name: string, title: string): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, to) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.send("brainstem:event", "navigate", { page: to });
  }, name);
  await expect(page).toHaveTitle(title);
}

/** Buttons, labels and headings whose words do not fit, and the page itself where it can be pushed sideways. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const names = "main button, nav button, nav button span, main label, h1, h2, th, [role=radio], [role=tab]";
    const cut = [...document.querySelectorAll<HTMLElement>(names)].filter(
      (each) => each.offsetWidth > 1 && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0,
    );
    const sideways = document.documentElement.scrollWidth > window.innerWidth ? ["the page"] : [];
    return [...sideways, ...cut.map((each) => each.textContent ?? "")];
  });
