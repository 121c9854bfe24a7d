import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Role, slotNames } from "../../src-shared/backends";
import { IconButton } from "../ui/icon-button";
import { SlotRow } from "./slot-row";

interface Props {
  role: Role;
  /** Absent: it stays. */
  onRemove?: (() => void) | undefined;
  onChange: (slots: Partial<Role>) => void;
}

const described = ["chat", "voice", "agent"] as const;

/** A role with its three places. */
export function RoleItem({ role, onRemove, onChange }: Props) {
  const { t } = useTranslation();
  const known = described.find((name) => name === role.name);
  return (
    <li aria-label={role.name} className="px-4 py-(--row-pad)">
      <div className="mb-2 flex min-h-8 items-center gap-2">
        <h3 className="font-mono text-sm font-medium">{role.name}</h3>
        {known && <p className="text-sm text-faint">{t(`roles.known.${known}`)}</p>}
        <span className="flex-1" />
        {onRemove && <IconButton icon={X} label={t("roles.remove", { role: role.name })} onClick={onRemove} />}
      </div>
      <div className="flex flex-col gap-2">
        {slotNames.map((name) => (
          <SlotRow
            key={name}
            role={role.name}
            name={name}
            slot={role[name]}
            onChange={(slot) => onChange({ [name]: slot })}
          />
        ))}
      </div>
    </li>
  );
}
