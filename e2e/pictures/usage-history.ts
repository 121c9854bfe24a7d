import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UsageRow } from "../../src-shared/usage";

const users = [
  {
    client: "AsyncOpenAI/Python",
    model: "claude-haiku-4-5",
    turns: 64,
    prompt: 1400,
    said: 46,
    perToken: 0.000001,
  },
  { client: "Chat window", model: "claude-sonnet-4-6", turns: 14, prompt: 2100, said: 380, perToken: 0.000003 },
  { client: "Jobs of librarian", model: "claude-sonnet-4-6", turns: 3, prompt: 9200, said: 900, perToken: 0.000003 },
];

/** Three days of a person's use, written as the app writes it; quieter each day further back. */
export function writeUsage(home: string): void {
  const rows = [1, 2, 3].flatMap((ago) => users.map((user) => rowOf(user, ago)));
  writeFileSync(join(home, "usage.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

function rowOf({ client, model, turns, prompt, said, perToken }: (typeof users)[number], ago: number): UsageRow {
  const date = new Date(Date.now() - ago * 86_400_000);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  const count = Math.ceil(turns / ago);
  const [promptTokens, completionTokens] = [count * prompt, count * said];
  return {
    ...{ day: day.join("-"), backend: "claude-cli", model, client, turns: count, promptTokens, completionTokens },
    cachedTokens: Math.round(promptTokens * 0.8),
    costUsd: (promptTokens * 0.28 + completionTokens * 5) * perToken,
  };
}
