import { useTranslation } from "react-i18next";
import { Settings } from "../../src-shared/settings";
import { useSettings } from "../stores/use-stores";
import { NumberRow } from "./number-row";

const limits = [
  { name: "maxTurns" },
  { name: "maxQueue" },
  { name: "spares" },
  { name: "maxIdle" },
  { name: "idleMinutes", unit: "minutes" },
  { name: "idleMemoryMiB", unit: "MiB" },
  { name: "firstTokenSeconds", unit: "seconds" },
  { name: "gapSeconds", unit: "seconds" },
  { name: "turnSeconds", unit: "seconds" },
  { name: "toolResultSeconds", unit: "seconds" },
] as const;

/** The numbers that bound the brain, each with the bounds of its schema. */
export function LimitRows() {
  const { t } = useTranslation();
  const brain = useSettings((state) => state.settings.brain);
  return (
    <div className="divide-y divide-line border-t border-line">
      {limits.map((limit) => {
        const number = Settings.shape.brain.shape[limit.name].unwrap();
        return (
          <NumberRow
            key={limit.name}
            label={t(`settings.limit.${limit.name}`)}
            unit={"unit" in limit ? t(`settings.unit.${limit.unit}`) : " "}
            value={brain[limit.name]}
            min={number.minValue ?? 0}
            max={number.maxValue ?? Number.MAX_SAFE_INTEGER}
            whole={number.isInt}
            patch={(value) => ({ brain: { [limit.name]: value } })}
          />
        );
      })}
    </div>
  );
}
