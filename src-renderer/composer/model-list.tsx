import { Command } from "cmdk";
import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSettings, useStores } from "../stores/use-stores";
import { modelName } from "../ui/model-name";

interface Props {
  /** Undefined: the settings' own. */
  chosen: string | undefined;
  onChoose: (model: string | undefined) => void;
}

const kinds = ["models", "roles", "agents"] as const;
const agent = "agent/";
const item = "flex h-8.5 items-center gap-2 rounded-lg px-2.5 text-sm data-[selected=true]:bg-hover";

/** All that can answer: models, other backends' models, roles and agents. */
export function ModelList({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const standard = useSettings((state) => state.settings.brain.model);
  const roles = useSettings((state) => state.settings.roles.list);
  const [listed, setListed] = useState<string[]>([]);
  useEffect(() => {
    let gone = false;
    void ask("models.list")
      .catch(() => [])
      .then((models) => !gone && setListed(models.map(({ id }) => id)));
    return () => {
      gone = true;
    };
  }, [ask]);

  // The settings' own model comes first, under its name.
  const others = listed.filter((id) => id !== "default" && id !== standard);
  const ids = chosen && !others.includes(chosen) ? [chosen, ...others] : others;
  const kindOf = (id: string) =>
    id.startsWith(agent) ? "agents" : roles.some(({ name }) => name === id) ? "roles" : "models";
  const groups = kinds
    .map((name) => ({ name, ids: ids.filter((id) => kindOf(id) === name) }))
    .filter((group) => group.ids.length > 0);
  return (
    <Command label={t("models.label")} loop className="flex min-h-32 flex-col">
      <Command.Input
        placeholder={t("options.findModel")}
        className="h-10 w-full shrink-0 border-b border-line bg-transparent px-3.5 text-sm outline-none"
      />
      <Command.List label={t("models.listed")} className="max-h-56 overflow-y-auto p-1">
        <Command.Item value="-" keywords={[standard]} onSelect={() => onChoose(undefined)} className={item}>
          <span className="min-w-0 flex-1 truncate">
            {modelName(standard)} <span className="text-faint">{t("options.standard")}</span>
          </span>
          {chosen === undefined && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
        </Command.Item>
        {groups.map(({ name, ids }) => (
          <Command.Group
            key={name}
            heading={t(`options.groups.${name}`)}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint"
          >
            {ids.map((id) => (
              <Command.Item
                key={id}
                value={id}
                keywords={[modelName(id)]}
                onSelect={() => onChoose(id)}
                className={item}
              >
                <span className="min-w-0 flex-1 truncate">
                  {name === "agents" ? id.slice(agent.length) : modelName(id)}
                </span>
                {id === chosen && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        <Command.Empty className="px-3 py-3 text-sm text-faint">{t("options.noModel")}</Command.Empty>
      </Command.List>
    </Command>
  );
}
