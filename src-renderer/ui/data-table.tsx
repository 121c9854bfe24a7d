import type { ReactNode } from "react";
import { classes } from "./classes";

interface Props {
  label: string;
  /** Adds how narrow it may become. */
  className?: string;
  columns: readonly Column[];
  /** What comes after the head. */
  children: ReactNode;
}
interface Column {
  name: string;
  /** Its cells are numbers. */
  number?: boolean;
  /** Its name is read out, not shown. */
  unseen?: boolean;
  className?: string | false;
}

/** A table in a card; where it is too wide, it is scrolled sideways, also by keys. */
export function DataTable({ label, className, columns, children }: Props) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-card"
    >
      <table className={classes("w-full border-collapse text-sm", className)}>
        <thead>
          <tr className="bg-side text-left text-xs text-soft">
            {columns.map(({ name, number, unseen, className: extra }) => (
              <th
                key={name}
                scope="col"
                className={classes("px-2.5 py-2 font-medium whitespace-nowrap", number && "text-right", extra)}
              >
                {unseen ? <span className="sr-only">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
