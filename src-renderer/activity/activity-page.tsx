import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CallView } from "../calls/call-view";
import { CallsPanel } from "../calls/calls-panel";
import { useOpenCall, useStores } from "../stores/use-stores";
import { Segmented } from "../ui/segmented";
import { UsagePanel } from "../usage/usage-panel";
import { KeepWords } from "./keep-words";
import { TurnsPanel } from "./turns-panel";

const views = ["turns", "calls", "usage"] as const;

/** Every turn as it happens, the calls that they make, or what all of them used; or one call, followed. */
export function ActivityPage() {
  const { t } = useTranslation();
  const { openCall } = useStores();
  const [view, setView] = useState<(typeof views)[number]>("turns");
  const following = useOpenCall((state) => state.id !== null);
  // Elsewhere nobody looks at it: main need not tell of it.
  useEffect(() => () => void openCall.getState().show(null), [openCall]);
  if (following) return <CallView />;
  return (
    <div className="page-scroll min-h-0 flex-1">
      <div className="mx-auto max-w-5xl px-5 pt-1 pb-12">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-64 max-w-2xl flex-1 text-sm text-soft">{t(`activity.viewHelp.${view}`)}</p>
          <Segmented
            label={t("activity.view")}
            value={view}
            options={views.map((value) => ({ value, label: t(`activity.views.${value}`) }))}
            onChange={setView}
          />
        </div>
        {view === "usage" ? (
          <UsagePanel />
        ) : (
          <div className="mt-5 flex flex-col gap-4">
            {view === "turns" ? <TurnsPanel /> : <CallsPanel />}
            <KeepWords />
          </div>
        )}
      </div>
    </div>
  );
}
