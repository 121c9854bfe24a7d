import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsPatch } from "../../src-shared/settings";
import { described, Row } from "./section";
import { useSave } from "./use-save";

interface Props {
  /** The field's id, where others lead to it. */
  id?: string;
  label: string;
  help?: string;
  unit?: string;
  value: number;
  min: number;
  max: number;
  whole?: boolean;
  /** What is wrong with the value that is set, in words. */
  problem?: string | undefined;
  patch: (value: number) => SettingsPatch;
}

/** A setting that is a number: kept on Enter or when the field is left; what is out of bounds is said. */
export function NumberRow({ label, help, unit, value, min, max, whole = true, patch, ...rest }: Props) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const { t } = useTranslation();
  const { error: refused, setError, save } = useSave();
  const error = refused ?? rest.problem;
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);

  const keep = () => {
    const number = Number(text.trim());
    const fits = text.trim() !== "" && number >= min && number <= max && (!whole || Number.isInteger(number));
    if (!fits) return setError(t(whole ? "settings.number.whole" : "settings.number.any", { min, max }));
    setError(undefined);
    if (number !== value) void save(patch(number));
  };
  return (
    <Row label={label} help={help} error={error} id={id}>
      <span className="flex items-center gap-2 text-sm text-soft">
        <input
          {...described(id, error)}
          inputMode="numeric"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && keep()}
          className="h-8 w-24 rounded-lg border border-edge bg-canvas px-2.5 text-right text-sm text-ink tabular-nums aria-invalid:border-danger"
        />
        {unit && <span className="w-14">{unit}</span>}
      </span>
    </Row>
  );
}
