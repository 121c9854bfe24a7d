import { useId } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../../src-shared/settings";
import { useSettings } from "../stores/use-stores";
import { Select } from "../ui/select";
import { described, Row } from "./section";
import { useSave } from "./use-save";

/** Each by its own name, so that it is found in whatever language the window is just now. */
const names: Record<(typeof languages)[number], string> = {
  en: "English",
  de: "Deutsch",
  bg: "Български",
  ru: "Русский",
  es: "Español",
  "zh-CN": "简体中文",
};

/** The language of the app. */
export function LanguageRow() {
  const { t } = useTranslation();
  const id = useId();
  const language = useSettings((state) => state.settings.appearance.language);
  const { error, save } = useSave();
  return (
    <Row label={t("settings.language")} help={t("settings.languageHelp")} error={error} id={id}>
      <Select
        {...described(id, error)}
        value={language}
        options={[
          { value: "system", label: t("settings.languageSystem") },
          ...languages.map((value) => ({ value, label: names[value] })),
        ]}
        onChange={(chosen) => void save({ appearance: { language: chosen } })}
        className="w-44"
      />
    </Row>
  );
}
