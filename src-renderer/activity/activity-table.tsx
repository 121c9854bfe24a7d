import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { DataTable } from "../ui/data-table";
import { ActivityRow } from "./activity-row";

const columns = ["at", "caller", "model", "state", "firstToken", "speed", "tokens", "total"] as const;
type Column = (typeof columns)[number];
const numbers: readonly Column[] = ["firstToken", "speed", "tokens", "total"];
/** What a narrow window shows in the details alone. */
const wide: readonly Column[] = ["model", "speed", "tokens", "total"];

interface Props {
  entries: ActivityEntry[];
  open: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

/** A row a turn, newest first. */
export function ActivityTable({ entries, open, onToggle }: Props) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t("activity.label")}
      className="sm:min-w-160"
      columns={[
        { name: t("activity.column.details"), unseen: true, className: "w-9" },
        ...columns.map((column) => ({
          name: t(`activity.column.${column}`),
          number: numbers.includes(column),
          className: wide.includes(column) && "max-sm:hidden",
        })),
      ]}
    >
      <tbody>
        {entries.map((entry) => (
          <ActivityRow key={entry.id} entry={entry} open={open.has(entry.id)} onToggle={onToggle} />
        ))}
      </tbody>
    </DataTable>
  );
}
