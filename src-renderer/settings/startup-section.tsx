import { useTranslation } from "react-i18next";
import { useSettings } from "../stores/use-stores";
import { Section } from "./section";
import { SwitchRow } from "./switch-row";

const switches = ["openAtLogin", "startHidden", "stayInTray"] as const;

/** Four separate choices; none of them is on because of another. */
export function StartupSection() {
  const { t } = useTranslation();
  const startup = useSettings((state) => state.settings.startup);
  const brainOn = useSettings((state) => state.settings.brain.on);
  return (
    <Section title={t("settings.startup")}>
      {switches.map((name) => (
        <SwitchRow
          key={name}
          label={t(`settings.${name}`)}
          help={t(`settings.${name}Help`)}
          on={startup[name]}
          patch={(on) => ({ startup: { [name]: on } })}
        />
      ))}
      <SwitchRow
        label={t("settings.brainOn")}
        help={t("settings.brainOnHelp")}
        on={brainOn}
        patch={(on) => ({ brain: { on } })}
      />
    </Section>
  );
}
