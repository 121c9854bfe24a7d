import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { UsageRow } from "../../src-shared/usage";
import { openUsage, toCsv } from "./usage";

let home: string;
const today = new Date(2026, 10, 21);
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "brainstem-test-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const turn = (more: Partial<UsageRow> = {}): UsageRow => ({
  day: "2026-11-21",
  backend: "claude-cli",
  model: "claude-sonnet-4-6",
  client: "Chat window",
  turns: 1,
  promptTokens: 100,
  cachedTokens: 40,
  completionTokens: 10,
  costUsd: 0.25,
  ...more,
});

it("sums up by day, backend, model and client, and keeps it over a restart", async () => {
  const first = await openUsage(home, today);
  first.add(turn());
  first.add(turn());
  first.add(turn({ client: "OpenAI/Python" }));
  await first.close();
  const second = await openUsage(home, today);
  expect(second.rows()).toEqual([
    turn({ turns: 2, promptTokens: 200, cachedTokens: 80, completionTokens: 20, costUsd: 0.5 }),
    turn({ client: "OpenAI/Python" }),
  ]);
});

it("survives a line torn by a crash, and forgets what is older than its days", async () => {
  const first = await openUsage(home, today);
  first.add(turn({ day: "2024-01-01" }));
  first.add(turn());
  await first.close();
  appendFileSync(join(home, "usage.jsonl"), '{"day":"2026-11-2');
  const second = await openUsage(home, today);
  second.add(turn());
  await second.close();
  expect((await openUsage(home, today)).rows()).toMatchObject([{ day: "2026-11-21", turns: 2 }]);
});

it("sums up a file that has grown", async () => {
  const line = `${JSON.stringify(turn())}\n`;
  appendFileSync(join(home, "usage.jsonl"), line.repeat(12_000));
  const store = await openUsage(home, today);
  expect(store.rows()[0]?.turns).toBe(12_000);
  expect(readFileSync(join(home, "usage.jsonl"), "utf8").trim().split("\n")).toHaveLength(1);
});

it("exports CSV that a spreadsheet reads, and runs nothing", () => {
  const csv = toCsv([turn({ client: '=cmd|"x", y' })]);
  expect(csv.split("\r\n")).toEqual([
    "day,backend,model,client,turns,promptTokens,cachedTokens,completionTokens,costUsd",
    `2026-11-21,claude-cli,claude-sonnet-4-6,"'=cmd|""x"", y",1,100,40,10,0.25`,
    "",
  ]);
});

it("is deleted for good, and counts on from nothing", async () => {
  const store = await openUsage(home, today);
  store.add(turn());
  await store.clear();
  expect(store.rows()).toEqual([]);
  store.add(turn({ client: "OpenAI/Python" }));
  await store.close();
  expect((await openUsage(home, today)).rows()).toEqual([turn({ client: "OpenAI/Python" })]);
});
