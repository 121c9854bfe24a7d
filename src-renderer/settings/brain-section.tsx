import { useTranslation } from "react-i18next";
import { Settings } from "../../src-shared/settings";
import { useSettings } from "../stores/use-stores";
import { Segmented } from "../ui/segmented";
import { ClaudePathRow } from "./claude-path-row";
import { LimitRows } from "./limit-rows";
import { ModelPicker } from "./model-picker";
import { Row, Section } from "./section";
import { useSave } from "./use-save";

const efforts = Settings.shape.brain.shape.effort.unwrap().options;

/** Which model answers, how much it thinks, and how much may run. */
export function BrainSection() {
  const { t } = useTranslation();
  const effort = useSettings((state) => state.settings.brain.effort);
  const { error, save } = useSave();
  return (
    <Section title={t("settings.brain")}>
      <Row label={t("settings.model")} help={t("settings.modelHelp")}>
        <ModelPicker framed />
      </Row>
      <Row label={t("settings.effort")} help={t("settings.effortHelp")} error={error}>
        <Segmented
          label={t("settings.effort")}
          value={effort}
          options={efforts.map((value) => ({ value, label: t(`settings.efforts.${value}`) }))}
          onChange={(next) => void save({ brain: { effort: next } })}
        />
      </Row>
      <ClaudePathRow />
      <details className="group">
        <summary className="flex items-center justify-between gap-4 rounded-b-2xl px-4 py-3 hover:bg-hover">
          <span>
            <span className="block text-sm font-medium">{t("settings.limits")}</span>
            <span className="block text-sm text-faint">{t("settings.limitsHelp")}</span>
          </span>
          <span aria-hidden className="text-lg text-faint transition-transform group-open:rotate-90">
            ›
          </span>
        </summary>
        <LimitRows />
      </details>
    </Section>
  );
}
