import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Settings } from "../../src-shared/settings";
import { TextInput } from "../ui/text-input";
import { described, Row } from "./section";
import { type FieldOf, type SectionName, typeOf, useField } from "./use-field";

interface Props<S extends SectionName> {
  section: S;
  field: FieldOf<S, number>;
  /** The input's id, where others lead to it. */
  id?: string;
  label: string;
  help?: string;
  keywords?: string;
  unit?: string;
  /** What is wrong with the value that is set, in words. */
  problem?: string | undefined;
}

/** A setting that is a number: kept on Enter or when the field is left; what is out of bounds is said. */
export function NumberRow<S extends SectionName>({ section, field, label, help, keywords, unit, ...rest }: Props<S>) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const { t } = useTranslation();
  const { value, fallback, changed, error: refused, setError, put } = useField(section, field);
  const { minValue, maxValue, isInt } = typeOf<S, z.ZodNumber>(section, field);
  const [min, max] = [minValue ?? 0, maxValue ?? Number.MAX_SAFE_INTEGER];
  const error = refused ?? rest.problem;
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);

  const keep = () => {
    const number = Number(text.trim().replace(",", "."));
    const fits = text.trim() !== "" && number >= min && number <= max && (!isInt || Number.isInteger(number));
    if (!fits) return setError(t(isInt ? "settings.number.whole" : "settings.number.any", { min, max }));
    setError(undefined);
    setText(String(number));
    if (number !== value) void put(number as Settings[S][typeof field]);
  };
  const inWords = unit ? `${fallback} ${unit}` : String(fallback);
  const goBack = () => {
    setError(undefined);
    setText(String(fallback));
    void put(fallback);
  };
  return (
    <Row
      label={label}
      help={[help, !changed && t("settings.defaultIs", { value: inWords })].filter(Boolean).join(" ")}
      keywords={keywords}
      error={error}
      id={id}
      reset={changed ? { value: inWords, run: goBack } : undefined}
    >
      <span className="flex items-center gap-2 text-sm text-soft">
        <TextInput
          {...described(id, error)}
          inputMode={isInt ? "numeric" : "decimal"}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && keep()}
          className="w-24 text-right text-ink tabular-nums"
        />
        <span className="w-16 empty:hidden">{unit}</span>
      </span>
    </Row>
  );
}
