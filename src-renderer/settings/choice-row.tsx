import type { Settings } from "../../src-shared/settings";
import { Segmented } from "../ui/segmented";
import { Row } from "./section";
import { type FieldOf, type SectionName, useField } from "./use-field";

interface Props<S extends SectionName, V extends string> {
  section: S;
  field: FieldOf<S, V>;
  label: string;
  help?: string;
  keywords?: string;
  options: readonly { value: V; label: string }[];
}

/** A setting that is one of a few. */
export function ChoiceRow<S extends SectionName, V extends string>(props: Props<S, V>) {
  const { section, field, label, help, keywords, options } = props;
  const { value, fallback, changed, error, put } = useField(section, field);
  const usual = options.find((option) => option.value === (fallback as unknown))?.label ?? "";
  return (
    <Row
      label={label}
      help={help}
      keywords={[keywords, ...options.map((option) => option.label)].join(" ")}
      error={error}
      reset={changed ? { value: usual, run: () => void put(fallback) } : undefined}
    >
      <Segmented
        label={label}
        value={value as unknown as V}
        options={options}
        onChange={(next) => void put(next as unknown as Settings[S][typeof field])}
      />
    </Row>
  );
}
