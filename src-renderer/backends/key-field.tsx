import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { described, Row } from "../settings/section";
import { Button } from "../ui/button";
import { TextInput } from "../ui/text-input";

interface Props {
  /** Whether a key is kept already. */
  kept: boolean;
  optional: boolean;
  /** A new key, empty: forget it, undefined: leave it. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A key goes in and never comes out: it can be replaced or forgotten, not shown. */
export function KeyField({ kept, optional, value, onChange }: Props) {
  const id = useId();
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(false);
  const help = t(optional ? "backends.keyOptional" : "backends.keyHelp");
  if (kept && !replacing)
    return (
      <Row label={t("backends.key")} help={help}>
        <span className="flex flex-wrap items-center gap-2 text-sm text-soft">
          <span role="status">{t(value === "" ? "backends.keyForgotten" : "backends.keyKept")}</span>
          {value === "" ? (
            <Button onClick={() => onChange(undefined)}>{t("backends.keyKeep")}</Button>
          ) : (
            <>
              <Button onClick={() => setReplacing(true)}>{t("backends.keyReplace")}</Button>
              <Button tone="quiet" onClick={() => onChange("")}>
                {t("backends.keyForget")}
              </Button>
            </>
          )}
        </span>
      </Row>
    );
  return (
    <Row label={t("backends.key")} help={help} id={id}>
      <TextInput
        {...described(id, undefined)}
        type="password"
        autoFocus={replacing}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
        className="w-80 max-w-full min-w-0 font-mono"
      />
    </Row>
  );
}
