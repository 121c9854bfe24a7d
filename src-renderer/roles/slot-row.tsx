import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { claudeCliId, type Slot, type SlotName } from "../../src-shared/backends";
import { useBackends } from "../stores/use-stores";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";

interface Props {
  role: string;
  name: SlotName;
  slot: Slot | null;
  onChange: (slot: Slot | null) => void;
}

/** One place where a role's turns go: a backend and a model of it. */
export function SlotRow({ role, name, slot, onChange }: Props) {
  const { t } = useTranslation();
  const offeredId = useId();
  const backends = useBackends((state) => state.backends);
  const [model, setModel] = useState(slot?.model ?? "");
  useEffect(() => setModel(slot?.model ?? ""), [slot?.model]);
  const chosen = backends.find(({ id }) => id === slot?.backend);
  const gone = slot && backends.length > 0 && !chosen ? [slot.backend] : [];
  const options = [
    { value: "", label: t("roles.nobody") },
    ...backends.map(({ id, name: label }) => ({ value: id, label })),
    ...gone.map((id) => ({ value: id, label: t("roles.gone", { id }) })),
  ];
  const keep = () => {
    if (slot && model.trim() !== slot.model) onChange({ ...slot, model: model.trim() });
  };
  const label = t(`roles.slot.${name}`);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="w-32 text-sm text-soft">{label}</span>
      <Select
        className="w-44"
        aria-label={t("roles.backendOf", { role, slot: label })}
        value={slot?.backend ?? ""}
        options={options}
        onChange={(backend) => onChange(backend ? { backend, model: "" } : null)}
      />
      {slot && (
        <TextInput
          aria-label={t("roles.modelOf", { role, slot: label })}
          value={model}
          list={offeredId}
          placeholder={t(slot.backend === claudeCliId ? "roles.defaultModel" : "roles.firstModel")}
          onChange={(event) => setModel(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && keep()}
          className="min-w-40 flex-1"
        />
      )}
      <datalist id={offeredId}>
        {chosen?.models.map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
    </div>
  );
}
