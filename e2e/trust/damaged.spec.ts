import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { expectAccessible } from "../desktop/accessible";
import { test } from "../desktop/desktop";

const line = (value: object) => `${JSON.stringify({ v: 1, ...value })}\n`;
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const message = (name: string, parentId: string | null, text: string) =>
  line({ type: "message", at: 2, message: { id: name, parentId, role: "user", text, at: 2 } });
const created = (title: string) => line({ type: "created", title, at: 1 });

test("what is damaged at start is kept aside and told; all the rest is there", async ({ desktop }) => {
  const folder = path.join(desktop.home, "conversations");
  const at = (name: string) => path.join(folder, name);
  mkdirSync(folder);
  const rubbish = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256));
  const files: Record<string, string | Buffer> = {
    [`${id(1)}.jsonl`]: created("Sound") + message("a", null, "All of it is here"),
    [`${id(2)}.jsonl`]: rubbish,
    [`${id(3)}.jsonl`]: "",
    [`${id(4)}.jsonl`]: `${created("Holed")}{"v":1,"type":"mess\0\0\n${message("b", null, "Behind the hole")}`,
    [`${id(5)}.jsonl`]: `${created("Cut off")}${message("c", null, "Before the crash")}{"v":1,"type":"mess`,
    [`${id(6)}.jsonl`]: `${created("Long")}${"x".repeat(30_000_000)}\n${message("d", null, "Behind the long line")}`,
    "index.json": "\0\0\0",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
  mkdirSync(at(`${id(7)}.jsonl`));
  writeFileSync(path.join(desktop.home, "settings.json"), rubbish);
  writeFileSync(path.join(desktop.home, "window.json"), rubbish);
  writeFileSync(path.join(desktop.home, "usage.jsonl"), rubbish);
  for (const name of ["agents", "jobs"]) writeFileSync(path.join(desktop.home, name), "in the way");

  const app = await desktop.launch({ args: ["--demo"] });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  const told = app.page.getByRole("region", { name: "Some of your data could not be read" });
  for (const words of ["settings.json", id(2), id(3), id(7), "“Holed”", "“Long”", '"jobs"', '"agents"'])
    await expect(told).toContainText(words);
  // A write that a crash cut off is no news.
  await expect(told).not.toContainText("Cut off");
  await expectAccessible(app.page);
  const shots = process.env["BRAINSTEM_SHOTS"];
  if (shots) await app.page.screenshot({ path: `${shots}-damaged.png` });
  await told.getByRole("button", { name: "Dismiss" }).click();
  await expect(told).toBeHidden();

  const list = app.page.getByRole("navigation", { name: "Conversations" });
  for (const [title, text] of [
    ["Sound", "All of it is here"],
    ["Holed", "Behind the hole"],
    ["Cut off", "Before the crash"],
    ["Long", "Behind the long line"],
  ] as const) {
    await list.getByText(title, { exact: true }).click();
    await expect(app.page.getByRole("log", { name: "Conversation" })).toContainText(text);
  }
  const kept = (name: string) => readdirSync(folder).filter((each) => each.startsWith(`${name}.jsonl.`));
  expect(readFileSync(at(kept(id(2))[0] as string))).toEqual(rubbish);
  for (const number of [3, 4, 6, 7]) expect(kept(id(number))).toHaveLength(1);

  await app.end();
  const again = await desktop.launch({ args: ["--demo"] });
  await expect(again.page.getByRole("navigation", { name: "Conversations" }).getByText("Sound")).toBeVisible();
  await expect(again.page.getByRole("region", { name: "Some of your data could not be read" })).toBeHidden();
});
