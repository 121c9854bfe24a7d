import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Respond } from "../../src-main/demo/messages-api";
import { test } from "../desktop/desktop";
import { said } from "./conversation";
import { open, shoot, sit } from "./studio";

const librarian = `---
description: Keeps the recipes in order.
model: claude-sonnet-4-6
tools:
  - Read
  - Glob
  - Edit
  - Bash?
---

You keep a folder of recipes. Never throw one away.
`;
const done =
  "All 42 recipes have a season now, and INDEX.md lists them. Two had none written down: I asked in their first line.";
const plan = "I have read all 42 recipes. Next I make a folder for each season and move them there.";
const command = "mkdir -p spring summer autumn winter\nmv asparagus-soup.md nettle-pie.md spring/";

const respond: Respond = ({ messages, tools = [] }) => {
  const words = JSON.stringify(messages);
  if (!words.includes("Sort the recipes") || !tools.some(({ name }) => name === "Bash"))
    return { steps: said(done, 200), usage: { input_tokens: 9200, output_tokens: 840 } };
  const input = JSON.stringify({ command, description: "Move the spring recipes" });
  return {
    steps: [...said(plan, 200), { tool: "Bash", id: "toolu_1", input: [input] }],
    usage: { input_tokens: 8100, output_tokens: 210 },
  };
};

test("an agent that asks before it does more", async ({ desktop }) => {
  mkdirSync(join(desktop.home, "agents"));
  writeFileSync(join(desktop.home, "agents", "librarian.md"), librarian);
  const { page, upstream } = await sit(desktop, { respond });
  await open(page, "Agents");
  const field = page.getByRole("textbox", { name: "What to do" });
  await field.fill("Write down the season of every recipe");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("region", { name: "How it ended" }).waitFor();
  await page.getByRole("button", { name: "All agents and jobs" }).click();
  await field.fill("Sort the recipes by season");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("region", { name: "librarian asks to use Bash" }).waitFor();
  await shoot(page, "job", desktop);
  await page.getByRole("button", { name: "All agents and jobs" }).click();
  await page.getByRole("region", { name: "librarian asks to use Bash" }).waitFor();
  await shoot(page, "agents", desktop);
  await upstream.close();
});
