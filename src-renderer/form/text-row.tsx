import { type ComponentProps, useId } from "react";
import { described, Row } from "../settings/section";
import { classes } from "../ui/classes";
import { TextInput } from "../ui/text-input";

interface Props extends Pick<ComponentProps<"input">, "placeholder" | "type" | "inputMode" | "autoFocus"> {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** What may be chosen instead of typed. */
  offered?: readonly string[];
  className?: string;
}

/** A line of a form. */
export function TextRow({ label, help, error, value, onChange, offered = [], className = "w-80", ...rest }: Props) {
  const id = useId();
  return (
    <Row label={label} help={help} error={error} id={id}>
      <TextInput
        {...described(id, error)}
        {...rest}
        value={value}
        list={offered.length > 0 ? `${id}-offered` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={classes("max-w-full min-w-0", className)}
      />
      {offered.length > 0 && (
        <datalist id={`${id}-offered`}>
          {offered.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </Row>
  );
}
