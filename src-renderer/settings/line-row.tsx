import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Settings } from "../../src-shared/settings";
import { TextInput } from "../ui/text-input";
import { described, Row } from "./section";
import { type FieldOf, type SectionName, typeOf, useField } from "./use-field";

interface Props<S extends SectionName> {
  section: S;
  field: FieldOf<S, string>;
  label: string;
  help?: string;
  keywords?: string;
  placeholder?: string;
  /** What is wrong with a text, beside what the setting's type says. */
  check?: (text: string) => string | undefined;
}

/** Milliseconds after which it is said that a text is being checked: a program that is asked may take seconds. */
const saysSoAfter = 400;

/** A setting that is a line of text: kept on Enter or when the field is left. */
export function LineRow<S extends SectionName>(props: Props<S>) {
  const { section, field, label, help, keywords, placeholder, check } = props;
  const id = useId();
  const { t } = useTranslation();
  const { value, fallback, changed, error, setError, put } = useField(section, field);
  const [text, setText] = useState(value as string);
  const [checking, setChecking] = useState(false);
  useEffect(() => setText(value as string), [value]);

  const keep = () => {
    const line = text.trim();
    const { minLength, maxLength } = typeOf<S, z.ZodString>(section, field);
    if (line.length < (minLength ?? 0)) return setError(t("settings.line.missing"));
    if (maxLength !== null && line.length > maxLength) return setError(t("settings.line.tooLong", { max: maxLength }));
    const problem = check?.(line);
    if (problem) return setError(problem);
    setError(undefined);
    if (line === value || checking) return;
    const slow = setTimeout(() => setChecking(true), saysSoAfter);
    void put(line as Settings[S][typeof field]).finally(() => {
      clearTimeout(slow);
      setChecking(false);
    });
  };
  const goBack = () => {
    setText(fallback as string);
    void put(fallback);
  };
  const usual = (fallback as string) || t("settings.line.empty");
  return (
    <Row
      label={label}
      help={checking ? t("settings.line.checking") : help}
      keywords={keywords}
      error={error}
      id={id}
      reset={changed ? { value: usual, run: goBack } : undefined}
    >
      <TextInput
        {...described(id, error)}
        value={text}
        aria-busy={checking}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && keep()}
        className="w-72 max-w-full min-w-0"
      />
    </Row>
  );
}
