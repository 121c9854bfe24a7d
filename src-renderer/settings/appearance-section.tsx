import { useTranslation } from "react-i18next";
import { Settings } from "../../src-shared/settings";
import { ChoiceRow } from "./choice-row";
import { LanguageRow } from "./language-row";
import { Section } from "./section";

const { theme, size, density } = Settings.shape.appearance.shape;

/** How the window looks; applied while the choice is made. */
export function AppearanceSection({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Section id={id} title={t("settings.appearance")} keywords={t("settings.keywords.appearance")}>
      <ChoiceRow
        section="appearance"
        field="theme"
        label={t("settings.theme")}
        options={theme.unwrap().options.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
      />
      <ChoiceRow
        section="appearance"
        field="size"
        label={t("settings.size")}
        help={t("settings.sizeHelp")}
        keywords={t("settings.keywords.size")}
        options={size.unwrap().options.map((value) => ({ value, label: t(`settings.sizes.${value}`) }))}
      />
      <ChoiceRow
        section="appearance"
        field="density"
        label={t("settings.density")}
        help={t("settings.densityHelp")}
        keywords={t("settings.keywords.density")}
        options={density.unwrap().options.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
      />
      <LanguageRow />
    </Section>
  );
}
