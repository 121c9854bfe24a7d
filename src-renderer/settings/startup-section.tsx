import { useTranslation } from "react-i18next";
import { Section } from "./section";
import { SwitchRow } from "./switch-row";

const switches = ["openAtLogin", "startHidden", "startBrain", "stayInTray"] as const;

/** Four separate choices; none of them is on because of another. */
export function StartupSection({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Section id={id} title={t("settings.startup")} keywords={t("settings.keywords.startup")}>
      {switches.map((name) => (
        <SwitchRow
          key={name}
          section="startup"
          field={name}
          label={t(`settings.${name}`)}
          help={t(`settings.${name}Help`)}
        />
      ))}
    </Section>
  );
}
