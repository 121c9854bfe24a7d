import { ChartNoAxesColumn, Download } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../form/use-submit";
import { useStores, useUsage } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Problem } from "../ui/problem";
import { useFigures } from "../ui/use-figures";
import { dayBefore, totalOf } from "./totals";
import { UsageTable } from "./usage-table";

/** What was used: the last thirty days in four numbers, and every day in a table. */
export function UsagePanel() {
  const { t } = useTranslation();
  const { usage, notices } = useStores();
  const watch = useUsage((state) => state.watch);
  const rows = useUsage((state) => state.rows);
  const phase = useUsage((state) => state.phase);
  const { number, money } = useFigures();
  const { busy, error, submit } = useSubmit();
  useEffect(watch, [watch]);

  const since = dayBefore(new Date(), 29);
  const total = totalOf(rows.filter((row) => row.day >= since));
  const tiles = [
    { name: t("usage.column.turns"), value: number(total.turns) },
    { name: t("usage.column.promptTokens"), value: number(total.promptTokens) },
    { name: t("usage.column.completionTokens"), value: number(total.completionTokens) },
    { name: t("usage.column.costUsd"), value: money(total.costUsd) },
  ];
  const exportCsv = () =>
    void submit(async () => {
      if (await usage.getState().exportCsv()) notices.getState().show({ text: t("usage.exported"), tone: "plain" });
    });
  if (rows.length === 0)
    return (
      <div className="mt-5 flex flex-col items-center gap-2 rounded-2xl border border-dashed border-line px-6 py-16 text-center">
        <ChartNoAxesColumn aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
        <p className="text-sm text-faint">
          {t(phase === "ready" ? "usage.empty" : phase === "failed" ? "activity.failed" : "activity.loading")}
        </p>
      </div>
    );
  return (
    <div className="mt-5 flex flex-col gap-4">
      <section aria-label={t("usage.last30")} className="rounded-2xl border border-line bg-card px-5 py-4">
        <h2 className="text-sm font-medium text-soft">{t("usage.last30")}</h2>
        <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
          {tiles.map(({ name, value }) => (
            <div key={name} className="flex flex-col-reverse">
              <dt className="text-xs text-faint">{name}</dt>
              <dd className="text-xl font-semibold tracking-tight tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-48 flex-1 text-sm text-faint">{t("usage.costHelp")}</p>
        <Button disabled={busy} onClick={exportCsv}>
          <Download aria-hidden className="size-4" />
          {t("usage.export")}
        </Button>
      </div>
      <Problem>{error}</Problem>
      <UsageTable rows={rows} />
    </div>
  );
}
