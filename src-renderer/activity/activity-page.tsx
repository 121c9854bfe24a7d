import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Segmented } from "../ui/segmented";
import { UsagePanel } from "../usage/usage-panel";
import { TurnsPanel } from "./turns-panel";

const views = ["turns", "usage"] as const;

/** Every turn as it happens, or what all of them used. */
export function ActivityPage() {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>("turns");
  return (
    <div className="page-scroll min-h-0 flex-1">
      <div className="mx-auto max-w-5xl px-5 pt-1 pb-12">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <p className="min-w-64 max-w-2xl flex-1 text-sm text-soft">{t(`activity.viewHelp.${view}`)}</p>
          <Segmented
            label={t("activity.view")}
            value={view}
            options={views.map((value) => ({ value, label: t(`activity.views.${value}`) }))}
            onChange={setView}
          />
        </div>
        {view === "turns" ? <TurnsPanel /> : <UsagePanel />}
      </div>
    </div>
  );
}
