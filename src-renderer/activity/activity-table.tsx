import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { classes } from "../ui/classes";
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
    <div
      role="region"
      aria-label={t("activity.label")}
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-card"
    >
      <table className="w-full border-collapse text-sm sm:min-w-160">
        <thead>
          <tr className="bg-side text-left text-xs text-soft">
            <th scope="col" className="w-9">
              <span className="sr-only">{t("activity.column.details")}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={classes(
                  "px-2.5 py-2 font-medium whitespace-nowrap",
                  numbers.includes(column) && "text-right",
                  wide.includes(column) && "max-sm:hidden",
                )}
              >
                {t(`activity.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <ActivityRow key={entry.id} entry={entry} open={open.has(entry.id)} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
