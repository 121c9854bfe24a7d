import { useTranslation } from "react-i18next";
import { Settings } from "../../src-shared/settings";
import { useSettings } from "../stores/use-stores";
import { Segmented } from "../ui/segmented";
import { LanguageRow } from "./language-row";
import { Row, Section } from "./section";
import { useSave } from "./use-save";

const themes = Settings.shape.appearance.shape.theme.unwrap().options;

export function AppearanceSection() {
  const { t } = useTranslation();
  const theme = useSettings((state) => state.settings.appearance.theme);
  const { error, save } = useSave();
  return (
    <Section title={t("settings.appearance")}>
      <Row label={t("settings.theme")} error={error}>
        <Segmented
          label={t("settings.theme")}
          value={theme}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          onChange={(next) => void save({ appearance: { theme: next } })}
        />
      </Row>
      <LanguageRow />
    </Section>
  );
}
