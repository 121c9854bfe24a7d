import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes";

interface Props<V extends string> extends Omit<ComponentProps<"select">, "value" | "onChange"> {
  /** One of the options', unless none is chosen. */
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
}

/** The system's own choice among many; give it a name with a label or `aria-label`. */
export function Select<V extends string>({ options, onChange, className, ...rest }: Props<V>) {
  return (
    <span className={classes("relative inline-flex min-w-0", className)}>
      <select
        {...rest}
        onChange={(event) => onChange(event.target.value as V)}
        className="h-8 w-full min-w-0 appearance-none truncate rounded-lg border border-edge bg-canvas pr-7 pl-2.5 text-sm text-ink aria-invalid:border-danger"
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-soft"
      />
    </span>
  );
}
