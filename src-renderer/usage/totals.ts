import type { UsageRow } from "../../src-shared/usage";

export type Totals = Pick<UsageRow, "turns" | "promptTokens" | "cachedTokens" | "completionTokens" | "costUsd">;

/** The local day that was `ago` days before a moment, `YYYY-MM-DD`. */
export function dayBefore(now: Date, ago: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** All rows together. */
export function totalOf(rows: readonly UsageRow[]): Totals {
  const none = { turns: 0, promptTokens: 0, cachedTokens: 0, completionTokens: 0, costUsd: 0 };
  return rows.reduce<Totals>(
    (sum, row) => ({
      turns: sum.turns + row.turns,
      promptTokens: sum.promptTokens + row.promptTokens,
      cachedTokens: sum.cachedTokens + row.cachedTokens,
      completionTokens: sum.completionTokens + row.completionTokens,
      costUsd: sum.costUsd + row.costUsd,
    }),
    none,
  );
}
