import { useTranslation } from "react-i18next";
import { Settings } from "../../src-shared/settings";
import { useSettings, useStores } from "../stores/use-stores";
import { modelName } from "../ui/model-name";
import { ChoiceRow } from "./choice-row";
import { ClaudePathRow } from "./claude-path-row";
import { ListRow } from "./list-row";
import { ModelPicker } from "./model-picker";
import { NumberRow } from "./number-row";
import { Group, Row, Section } from "./section";

const { effort, models } = Settings.shape.brain.shape;
const name = models.unwrap().element;

/** The numbers that bound the brain, by what they are about. */
const groups = [
  { title: "limits", fields: [["maxTurns"], ["maxQueue"]] },
  {
    title: "processes",
    fields: [["spares"], ["maxIdle"], ["idleMinutes", "minutes"], ["idleMemoryMiB", "MiB"]],
  },
  {
    title: "timeouts",
    fields: [
      ["firstTokenSeconds", "seconds"],
      ["gapSeconds", "seconds"],
      ["turnSeconds", "seconds"],
      ["toolResultSeconds", "seconds"],
    ],
  },
] as const;

/** Which model answers, how much it thinks, with which program, and how much may run. */
export function BrainSection({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Section id={id} title={t("settings.brain")} keywords={t("settings.keywords.brain")} grouped>
      <Group title={t("settings.group.answers")}>
        <DefaultModelRow />
        <ListRow
          section="brain"
          field="models"
          label={t("settings.models")}
          help={t("settings.modelsHelp")}
          keywords={t("settings.keywords.models")}
          placeholder="claude-opus-4-7"
          most={100}
          check={(item) => (name.safeParse(item).success ? undefined : t("settings.modelWrong"))}
        />
        <ChoiceRow
          section="brain"
          field="effort"
          label={t("settings.effort")}
          help={t("settings.effortHelp")}
          keywords={t("settings.keywords.effort")}
          options={effort.unwrap().options.map((value) => ({ value, label: t(`settings.efforts.${value}`) }))}
        />
        <ClaudePathRow />
      </Group>
      {groups.map(({ title, fields }) => (
        <Group key={title} title={t(`settings.group.${title}`)}>
          {fields.map(([field, unit]) => (
            <NumberRow
              key={field}
              section="brain"
              field={field}
              label={t(`settings.limit.${field}`)}
              help={t(`settings.limitHelp.${field}`)}
              keywords={t(`settings.keywords.${title}`)}
              {...(unit ? { unit: t(`settings.unit.${unit}`) } : {})}
            />
          ))}
        </Group>
      ))}
    </Section>
  );
}

function DefaultModelRow() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const model = useSettings((state) => state.settings.brain.model);
  const usual = Settings.shape.brain.shape.model.parse(undefined);
  const goBack = () => void settings.getState().update({ brain: { model: usual } });
  return (
    <Row
      label={t("settings.model")}
      help={t("settings.modelHelp")}
      reset={model === usual ? undefined : { value: modelName(usual), run: goBack }}
    >
      <ModelPicker framed />
    </Row>
  );
}
