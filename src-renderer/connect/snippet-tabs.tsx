import { Tabs } from "radix-ui";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { keyPlaceholder, type SnippetName, snippetNames, snippets } from "../../src-shared/snippets";
import { CodeBlock } from "../markdown/code-block";
import { useSettings, useStores } from "../stores/use-stores";
import { modelName } from "../ui/model-name";
import { Select } from "../ui/select";

/** A snippet for each kind of app. The key comes in where it is copied, in the main process. */
export function SnippetTabs({ address }: { address: string }) {
  const { t } = useTranslation();
  const { ask } = useStores();
  const roles = useSettings((state) => state.settings.roles.list);
  const models = useSettings((state) => state.settings.brain.models);
  const [chosen, setModel] = useState("default");
  const field = useId();
  const names = ["default", ...roles.map(({ name }) => name), ...models];
  // A role may have been removed meanwhile.
  const model = names.includes(chosen) ? chosen : "default";
  const called = (name: string) => (name === "default" ? t("connect.defaultModel") : modelName(name));
  const code = (name: SnippetName) => snippets[name].make({ address, key: keyPlaceholder, model });
  return (
    <Tabs.Root defaultValue={snippetNames[0]} className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Tabs.List aria-label={t("connect.snippets")} className="flex flex-wrap gap-0.5">
          {snippetNames.map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className="h-8 rounded-lg px-3 text-sm text-soft transition-colors hover:bg-hover hover:text-ink data-[state=active]:bg-accent-wash data-[state=active]:font-medium data-[state=active]:text-accent-text"
            >
              {t(`connect.snippet.${name}.title`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <div className="flex items-center gap-2 text-sm">
          <label htmlFor={field} className="text-soft">
            {t("models.label")}
          </label>
          <Select
            id={field}
            value={model}
            options={names.map((name) => ({ value: name, label: called(name) }))}
            onChange={setModel}
            className="w-44"
          />
        </div>
      </div>
      {snippetNames.map((name) => (
        <Tabs.Content key={name} value={name} tabIndex={-1} className="flex flex-col gap-2 outline-none">
          <p className="text-sm text-soft">{t(`connect.snippet.${name}.help`)}</p>
          <CodeBlock
            language={snippets[name].language}
            code={code(name)}
            copy={() => ask("endpoint.copySnippet", { name, model })}
          />
        </Tabs.Content>
      ))}
      <p className="text-sm text-faint">{t("connect.keyInCopy", { placeholder: keyPlaceholder })}</p>
    </Tabs.Root>
  );
}
