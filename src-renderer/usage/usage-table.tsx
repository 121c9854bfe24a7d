import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { UsageRow } from "../../src-shared/usage";
import { useBackends } from "../stores/use-stores";
import { DataTable } from "../ui/data-table";
import { modelName } from "../ui/model-name";
import { useFigures } from "../ui/use-figures";
import { clientName } from "./client-name";
import { type Totals, totalOf } from "./totals";

const names = ["day", "backend", "model", "client"] as const;
const numbers = ["turns", "promptTokens", "completionTokens"] as const;

/** A row for each day, backend, model and client, and all of them together at the end. */
export function UsageTable({ rows }: { rows: readonly UsageRow[] }) {
  const { t } = useTranslation();
  const { number, money, day } = useFigures();
  const backends = useBackends((state) => state.backends);
  const load = useBackends((state) => state.load);
  // Names alone: without them the rows show what the backends are called inside.
  useEffect(() => void load().catch(() => {}), [load]);
  const backendName = (id: string) => backends.find((backend) => backend.id === id)?.name ?? id;
  const total = totalOf(rows);
  const cached = ({ cachedTokens }: Totals) => t("usage.cached", { tokens: number(cachedTokens) });
  const figure = "px-2.5 py-2 text-right whitespace-nowrap tabular-nums";
  return (
    <DataTable
      label={t("usage.label")}
      className="min-w-160"
      columns={[
        ...names.map((column) => ({ name: t(`usage.column.${column}`) })),
        ...[...numbers, "costUsd" as const].map((column) => ({ name: t(`usage.column.${column}`), number: true })),
      ]}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={names.map((name) => row[name]).join("\n")} className="border-t border-line hover:bg-hover">
            <td className="px-2.5 py-2 whitespace-nowrap tabular-nums">
              <time dateTime={row.day}>{day(row.day)}</time>
            </td>
            <td className="max-w-32 truncate px-2.5 py-2">{backendName(row.backend)}</td>
            <td className="max-w-44 truncate px-2.5 py-2 text-soft" title={row.model}>
              {modelName(row.model)}
            </td>
            <td className="max-w-44 truncate px-2.5 py-2" title={clientName(row.client, t)}>
              {clientName(row.client, t)}
            </td>
            {numbers.map((name) => (
              <td key={name} className={figure} title={name === "promptTokens" ? cached(row) : undefined}>
                {number(row[name])}
              </td>
            ))}
            <td className={figure}>{money(row.costUsd)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line bg-side font-medium">
          <th scope="row" colSpan={names.length} className="px-2.5 py-2 text-left font-medium">
            {t("usage.total")}
          </th>
          {numbers.map((name) => (
            <td key={name} className={figure} title={name === "promptTokens" ? cached(total) : undefined}>
              {number(total[name])}
            </td>
          ))}
          <td className={figure}>{money(total.costUsd)}</td>
        </tr>
      </tfoot>
    </DataTable>
  );
}
