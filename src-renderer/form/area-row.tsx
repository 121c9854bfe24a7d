import { type ReactNode, useId } from "react";
import { described, Row } from "../settings/section";
import { classes } from "../ui/classes";

interface Props {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  placeholder?: string;
  /** Written in code rather than prose. */
  code?: boolean;
  children?: ReactNode;
}

/** Several lines of a form; `children` stand above the field. */
export function AreaRow({ label, help, error, value, onChange, rows, placeholder, code = false, children }: Props) {
  const id = useId();
  return (
    <Row label={label} help={help} error={error} id={id} below>
      {children}
      <textarea
        {...described(id, error)}
        dir="auto"
        rows={rows}
        value={value}
        placeholder={placeholder}
        spellCheck={!code}
        onChange={(event) => onChange(event.target.value)}
        className={classes(
          "block w-full resize-y rounded-lg border border-edge bg-canvas px-2.5 py-1.5 text-sm leading-relaxed aria-invalid:border-danger",
          code && "font-mono text-xs",
        )}
      />
    </Row>
  );
}
