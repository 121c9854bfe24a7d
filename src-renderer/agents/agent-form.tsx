import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Agent } from "../../src-shared/agents";
import { AreaRow } from "../form/area-row";
import { check, type Problems } from "../form/check";
import { FormFoot } from "../form/form-foot";
import { TextRow } from "../form/text-row";
import { useSubmit } from "../form/use-submit";
import { described, Row, Section } from "../settings/section";
import { useSettings, useStores } from "../stores/use-stores";
import { Segmented } from "../ui/segmented";
import { Switch } from "../ui/switch";
import { type AgentDraft, draftOf, enteredAgent } from "./agent-draft";
import { ToolsRow } from "./tools-row";

const efforts = Agent.shape.effort.unwrap().options;

/** Makes an agent or changes one; nothing is kept until it is saved. */
export function AgentForm({ agent, onClose }: { agent: Agent | undefined; onClose: (saved?: string) => void }) {
  const { t } = useTranslation();
  const { agents } = useStores();
  const models = useSettings((state) => state.settings.brain.models);
  const [draft, setDraft] = useState(() => draftOf(agent));
  const [problems, setProblems] = useState<Problems>({});
  const { busy, error, setError, submit } = useSubmit();
  const put = (change: Partial<AgentDraft>) => setDraft((before) => ({ ...before, ...change }));
  const save = () => {
    const { data, problems: found } = check(Agent, enteredAgent(draft), t);
    setProblems(found ?? {});
    setError(found && t("form.lookAbove"));
    if (!data) return;
    void submit(async () => {
      await agents.getState().save(data, agent?.name ?? "");
      onClose(data.name);
    });
  };
  const text = (field: "name" | "description" | "model" | "workspace" | "budgetUsd") => ({
    label: t(`agents.field.${field}`),
    help: t(`agents.fieldHelp.${field}`),
    value: draft[field],
    error: problems[field],
    onChange: (value: string) => put({ [field]: value }),
  });
  const title = agent ? t("agents.editNamed", { name: agent.name }) : t("agents.new");
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Section title={title}>
        <TextRow {...text("name")} autoFocus placeholder="gardener" />
        <TextRow {...text("description")} />
        <AreaRow
          label={t("agents.field.prompt")}
          help={t("agents.fieldHelp.prompt")}
          rows={8}
          value={draft.prompt}
          error={problems["prompt"]}
          onChange={(prompt) => put({ prompt })}
        />
        <TextRow {...text("model")} offered={models} placeholder={t("agents.defaultModel")} />
        <Row label={t("settings.effort")} error={problems["effort"]} below>
          <div>
            <Segmented
              label={t("settings.effort")}
              value={draft.effort}
              options={efforts.map((value) => ({
                value,
                label: value === "default" ? t("agents.defaultEffort") : t(`settings.efforts.${value}`),
              }))}
              onChange={(effort) => put({ effort })}
            />
          </div>
        </Row>
        <ToolsRow value={draft.tools} error={problems["tools"]} onChange={(tools) => put({ tools })} />
        <TextRow {...text("workspace")} placeholder="~/projects/garden" />
        <SwitchLine label={t("agents.field.gitUpdate")} help={t("agents.fieldHelp.gitUpdate")}>
          {(id) => (
            <Switch
              {...described(id, undefined)}
              checked={draft.gitUpdate}
              onCheckedChange={(gitUpdate) => put({ gitUpdate })}
            />
          )}
        </SwitchLine>
        <AreaRow
          label={t("agents.field.folders")}
          help={t("agents.fieldHelp.folders")}
          rows={2}
          code
          value={draft.folders}
          error={problems["folders"]}
          onChange={(folders) => put({ folders })}
        />
        <TextRow {...text("budgetUsd")} inputMode="decimal" className="w-24 text-right tabular-nums" />
        <FormFoot save={t("form.save")} error={error} busy={busy} onCancel={() => onClose()} />
      </Section>
    </form>
  );
}

function SwitchLine(props: { label: string; help: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <Row label={props.label} help={props.help} id={id}>
      {props.children(id)}
    </Row>
  );
}
