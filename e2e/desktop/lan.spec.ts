import { request } from "node:http";
import { expect } from "@playwright/test";
import { ownAddresses } from "../../src-main/endpoint/gate/own-addresses";
import { API_KEY } from "./app";
import { test } from "./desktop";
import { openSettings, settingsOf } from "./settings";

/** The status of the list of models at an address; undefined where nothing listens. */
function statusAt(address: string, host = new URL(address).host, key = API_KEY): Promise<number | undefined> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const headers = { host, authorization: `Bearer ${key}` };
    const asked = request({ hostname, port, path: "/v1/models", headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", () => resolve(undefined));
    asked.end();
  });
}

test("other computers may call only after a question, at the addresses that are shown, until it is turned off", async ({
  desktop,
}) => {
  test.skip(ownAddresses().length === 0, "this machine is in no network");
  const app = await openSettings(desktop);
  const { page } = app;
  const lan = page.getByRole("switch", { name: "Other computers may call it" });
  const port = new URL((await app.status()).baseUrl ?? "").port;
  const expected = `http://${ownAddresses()[0]}:${port}/v1`;
  await expect(lan).not.toBeChecked();
  expect(await statusAt(expected)).toBeUndefined();

  await lan.click();
  const dialog = page.getByRole("dialog", { name: "Open the endpoint to your network?" });
  await expect(dialog).toContainText("Anybody in your network who has the key can use your Claude subscription");
  await expect(dialog).toContainText("unencrypted HTTP");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect((await settingsOf(page)).endpoint.lan).toBe(false);
  expect(await statusAt(expected)).toBeUndefined();

  await lan.click();
  await dialog.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByText(expected)).toBeVisible();
  await expect(page.getByTitle("Open to the network")).toBeVisible();
  expect(await statusAt(expected)).toBe(200);
  expect(await statusAt(expected, undefined, "wrong")).toBe(401);
  expect(await statusAt(expected, `evil.example:${port}`)).toBe(403);
  await page.getByRole("button", { name: `Copy ${expected}` }).click();
  await expect.poll(app.clipboard).toBe(expected);

  await lan.click();
  await expect(page.getByText(expected)).toBeHidden();
  await expect(page.getByTitle("Open to the network")).toBeHidden();
  await expect.poll(() => statusAt(expected)).toBeUndefined();
  expect(await statusAt((await app.status()).baseUrl ?? "")).toBe(200);
});

test("with a key that is too short the network is refused, in words", async ({ desktop }) => {
  const { page } = await openSettings(desktop, { env: { BRAINSTEM_API_KEY: "short-key-of-a-test" } });
  const lan = page.getByRole("switch", { name: "Other computers may call it" });
  await lan.click();
  await page.getByRole("dialog").getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("alert")).toContainText("BRAINSTEM_API_KEY is too short for a network");
  await expect(lan).not.toBeChecked();
});
