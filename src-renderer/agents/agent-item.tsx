import { useTranslation } from "react-i18next";
import type { ListedAgent } from "../../src-shared/agents";
import { RemoveButton } from "../form/remove-button";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { modelName } from "../ui/model-name";

interface Props {
  agent: ListedAgent;
  /** Its form was just closed: the button that opened it has the focus again. */
  focused: boolean;
  onEdit: () => void;
  onRemoved: () => void;
}

/** One agent: what it is for, what it may use, and the ways to change it. */
export function AgentItem({ agent, focused, onEdit, onRemoved }: Props) {
  const { t } = useTranslation();
  const { agents } = useStores();
  const { name, description, builtIn, model, tools, workspace } = agent;
  const facts = [
    model ? modelName(model) : t("agents.defaultModel"),
    tools.length > 0 ? t("agents.toolCount", { count: tools.length }) : t("agents.noTools"),
    workspace,
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-(--row-pad)">
      <div className="min-w-48 flex-1">
        <div className="flex items-center gap-2">
          <h3 className="font-mono text-sm font-medium">{name}</h3>
          {builtIn && <span className="rounded-md bg-bubble px-2 py-0.5 text-xs text-soft">{t("agents.builtIn")}</span>}
        </div>
        {(builtIn || description) && (
          <p className="text-sm text-soft [overflow-wrap:anywhere]">
            {builtIn ? t("agents.conversational") : description}
          </p>
        )}
        <p className="truncate text-sm text-faint" title={tools.join("\n")}>
          {facts.filter(Boolean).join(" · ")}
        </p>
      </div>
      {!builtIn && (
        <div className="flex gap-2">
          <Button aria-label={t("agents.editNamed", { name })} autoFocus={focused} onClick={onEdit}>
            {t("form.edit")}
          </Button>
          <RemoveButton
            label={t("agents.removeNamed", { name })}
            question={t("agents.removeQuestion", { name })}
            help={t("agents.removeHelp")}
            remove={() => agents.getState().remove(name)}
            onRemoved={onRemoved}
          />
        </div>
      )}
    </li>
  );
}
