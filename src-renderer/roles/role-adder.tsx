import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { claudeCliId, Role } from "../../src-shared/backends";
import { AddLine } from "../form/add-line";
import { check } from "../form/check";
import { described, Row } from "../settings/section";

/** Makes a role of one's own; it begins with the Claude CLI. */
export function RoleAdder({ taken, onAdd }: { taken: readonly string[]; onAdd: (role: Role) => Promise<boolean> }) {
  const id = useId();
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const add = async () => {
    const entered = { name: name.trim(), primary: { backend: claudeCliId, model: "" } };
    const { data, problems } = check(Role, entered, t);
    const problem = problems?.name ?? (taken.includes(entered.name) ? t("roles.taken") : undefined);
    setError(problem);
    if (data && !problem && (await onAdd(data))) setName("");
  };
  return (
    <Row label={t("roles.own")} help={t("roles.ownHelp")} error={error} id={id}>
      <AddLine
        {...described(id, error)}
        value={name}
        placeholder="homework"
        action={t("roles.add")}
        onChange={setName}
        onAdd={() => void add()}
        className="w-44 min-w-0"
      />
    </Row>
  );
}
