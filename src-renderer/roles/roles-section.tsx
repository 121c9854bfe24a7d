import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../src-shared/backends";
import { NumberRow } from "../settings/number-row";
import { Section } from "../settings/section";
import { useSave } from "../settings/use-save";
import { useSettings, useStores } from "../stores/use-stores";
import { Problem } from "../ui/problem";
import { RoleAdder } from "./role-adder";
import { RoleItem } from "./role-item";

const lasting: readonly string[] = ["chat", "voice", "agent"];

/** Names that callers use as a model, and where each leads. */
export function RolesSection({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useSettings((state) => state.settings.roles.list);
  const { error, save } = useSave();
  const { settings } = useStores();
  const before = useRef<Promise<unknown>>(Promise.resolve());
  /** One change after the other, each of the list as the one before left it. */
  const change = (alter: (roles: Role[]) => Role[]): Promise<boolean> => {
    const saved = before.current.then(() => save({ roles: { list: alter(settings.getState().settings.roles.list) } }));
    before.current = saved;
    return saved;
  };
  return (
    <Section id={id} title={t("roles.title")} help={t("roles.help")} keywords={t("settings.keywords.roles")} whole>
      <ul className="divide-y divide-line">
        {list.map((role) => (
          <RoleItem
            key={role.name}
            role={role}
            onChange={(slots) =>
              void change((all) => all.map((each) => (each.name === role.name ? { ...each, ...slots } : each)))
            }
            onRemove={
              lasting.includes(role.name)
                ? undefined
                : () => void change((all) => all.filter((each) => each.name !== role.name))
            }
          />
        ))}
      </ul>
      <Problem className="px-4 py-2">{error}</Problem>
      <RoleAdder taken={list.map(({ name }) => name)} onAdd={(role) => change((all) => [...all, role])} />
      <NumberRow
        section="roles"
        field="fallbackSeconds"
        label={t("roles.fallbackSeconds")}
        help={t("roles.fallbackSecondsHelp")}
        unit={t("settings.unit.seconds")}
      />
    </Section>
  );
}
