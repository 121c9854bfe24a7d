import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { ActivityRow } from "./activity-row";

const columns = ["at", "caller", "model", "state", "firstToken", "total", "tokens"] as const;
const numbers: readonly string[] = ["firstToken", "total", "tokens"];

/** A row a turn, newest first. */
export function ActivityTable({ entries }: { entries: ActivityEntry[] }) {
  const { t } = useTranslation();
  return (
    <div
      role="region"
      aria-label={t("activity.label")}
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-card"
    >
      <table className="w-full min-w-160 border-collapse text-sm">
        <thead>
          <tr className="bg-side text-left text-xs text-soft">
            <th scope="col" className="w-9">
              <span className="sr-only">{t("activity.column.details")}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`px-3 py-2 font-medium whitespace-nowrap ${numbers.includes(column) ? "text-right" : ""}`}
              >
                {t(`activity.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <ActivityRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
