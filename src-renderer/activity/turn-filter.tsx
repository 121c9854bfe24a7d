import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { modelName } from "../ui/model-name";
import { Select } from "../ui/select";
import { type TurnFilter, windowCaller } from "./filter";
import { starts } from "./start-mark";

const states = ["queued", "running", "done", "stopped", "failed"] as const;

interface Props {
  filter: TurnFilter;
  callers: string[];
  models: string[];
  onChange: (filter: TurnFilter) => void;
}

/** Narrows the turns down: by words, by their state, by who asked which model, and by how they began. */
export function TurnFilterBar({ filter, callers, models, onChange }: Props) {
  const { t } = useTranslation();
  // What was chosen stays to be seen when its turns have gone.
  const listed = (known: string[], chosen: string) => (chosen && !known.includes(chosen) ? [...known, chosen] : known);
  const every = (what: "everyState" | "everyCaller" | "everyModel" | "everyStart") => ({
    value: "" as const,
    label: t(`activity.filter.${what}`),
  });
  return (
    <div role="search" aria-label={t("activity.filter.label")} className="flex flex-wrap items-center gap-2">
      <span className="relative min-w-52 flex-1">
        <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
        <input
          type="search"
          aria-label={t("activity.filter.text")}
          placeholder={t("activity.filter.text")}
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
          onKeyDown={(event) => event.key === "Escape" && onChange({ ...filter, text: "" })}
          className="h-8 w-full rounded-lg border border-edge bg-canvas pr-2 pl-8.5 text-sm text-ink"
        />
      </span>
      <Select
        aria-label={t("activity.column.state")}
        value={filter.state}
        options={[every("everyState"), ...states.map((value) => ({ value, label: t(`activity.state.${value}`) }))]}
        onChange={(state) => onChange({ ...filter, state })}
        className="w-32 max-sm:grow"
      />
      <Select
        aria-label={t("activity.column.caller")}
        value={filter.caller}
        options={[
          every("everyCaller"),
          ...listed(callers, filter.caller).map((value) => ({
            value,
            label: value === windowCaller ? t("activity.window") : value,
          })),
        ]}
        onChange={(caller) => onChange({ ...filter, caller })}
        className="w-36 max-sm:grow"
      />
      <Select
        aria-label={t("activity.column.model")}
        value={filter.model}
        options={[
          every("everyModel"),
          ...listed(models, filter.model).map((value) => ({ value, label: modelName(value) })),
        ]}
        onChange={(model) => onChange({ ...filter, model })}
        className="w-36 max-sm:grow"
      />
      <Select
        aria-label={t("activity.filter.start")}
        value={filter.start}
        options={[every("everyStart"), ...starts.map((value) => ({ value, label: t(`activity.start.${value}`) }))]}
        onChange={(start) => onChange({ ...filter, start })}
        className="w-32 max-sm:grow"
      />
    </div>
  );
}
