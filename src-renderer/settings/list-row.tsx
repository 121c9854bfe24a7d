import { X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Settings } from "../../src-shared/settings";
import { AddLine } from "../form/add-line";
import { described, Row } from "./section";
import { type FieldOf, type SectionName, useField } from "./use-field";

interface Props<S extends SectionName> {
  section: S;
  field: FieldOf<S, string[]>;
  label: string;
  help: string;
  keywords?: string;
  placeholder: string;
  /** How an item is written here, if not as it was typed. */
  tidy?: (typed: string) => string;
  /** What is wrong with an item, in words. */
  check: (item: string) => string | undefined;
  /** As many as there may be. */
  most: number;
}

/** A setting that is a list of short texts: items are added and removed one at a time. */
export function ListRow<S extends SectionName>(props: Props<S>) {
  const { section, field, label, help, keywords, placeholder, tidy = (typed) => typed, check, most } = props;
  const id = useId();
  const { t } = useTranslation();
  const { value, fallback, changed, error, setError, put: putAny } = useField(section, field);
  const items = value as readonly string[];
  const usual = fallback as readonly string[];
  const put = (next: readonly string[]) => putAny([...next] as Settings[S][typeof field]);
  const [text, setText] = useState("");
  const add = async () => {
    const item = tidy(text.trim());
    const problem =
      check(item) ??
      (items.includes(item) ? t("settings.list.twice") : undefined) ??
      (items.length >= most ? t("settings.list.full", { max: most }) : undefined);
    if (problem) return setError(problem);
    if (await put([...items, item])) setText("");
  };
  const nothing = t("settings.list.empty");
  return (
    <Row
      label={label}
      help={help}
      keywords={[keywords, ...items].join(" ")}
      error={error}
      id={id}
      below
      reset={changed ? { value: usual.join(", ") || nothing, run: () => void put(usual) } : undefined}
    >
      {items.length > 0 && (
        <ul aria-labelledby={`${id}-label`} className="flex flex-wrap gap-2">
          {items.map((item) => (
            <li
              key={item}
              className="flex max-w-full items-center gap-1 rounded-lg border border-line bg-canvas pr-1 pl-2.5 text-sm"
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">{item}</span>
              <button
                type="button"
                aria-label={t("settings.list.remove", { item })}
                onClick={() => void put(items.filter((one) => one !== item))}
                className="flex size-6 shrink-0 items-center justify-center rounded text-soft hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddLine
        {...described(id, error)}
        value={text}
        placeholder={placeholder}
        action={t("settings.list.add")}
        onChange={setText}
        onAdd={() => void add()}
        className="min-w-0 flex-1"
      />
    </Row>
  );
}
