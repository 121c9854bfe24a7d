import { useId } from "react";
import type { Settings } from "../../src-shared/settings";
import { Switch } from "../ui/switch";
import { described, Row } from "./section";
import { type FieldOf, type SectionName, useField } from "./use-field";

interface Props<S extends SectionName> {
  section: S;
  field: FieldOf<S, boolean>;
  label: string;
  help: string;
  keywords?: string;
}

/** A setting that is on or off. */
export function SwitchRow<S extends SectionName>({ section, field, label, help, keywords }: Props<S>) {
  const id = useId();
  const { value, error, put } = useField(section, field);
  return (
    <Row label={label} help={help} keywords={keywords} error={error} id={id}>
      <Switch
        {...described(id, error)}
        checked={value as boolean}
        onCheckedChange={(next) => void put(next as Settings[S][typeof field])}
      />
    </Row>
  );
}
