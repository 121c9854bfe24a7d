import { Waypoints } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useActivity, useBrain } from "../stores/use-stores";
import { ActivityTable } from "./activity-table";

/** Every turn, live: who asked what, and how long it took. */
export function ActivityPage() {
  const { t } = useTranslation();
  const load = useActivity((state) => state.load);
  const phase = useActivity((state) => state.phase);
  const empty = useActivity((state) => state.entries.length === 0);
  const address = useBrain((state) => state.status.baseUrl);
  useEffect(() => void load(), [load]);

  return (
    <div className="page-scroll min-h-0 flex-1">
      <div className="mx-auto max-w-5xl px-5 pt-1 pb-12">
        <p className="max-w-2xl text-sm text-soft">{t("activity.intro")}</p>
        {!empty && <ActivityTable />}
        {empty && phase !== "ready" && (
          <p className="py-16 text-center text-sm text-faint">
            {t(phase === "failed" ? "activity.failed" : "activity.loading")}
          </p>
        )}
        {empty && phase === "ready" && (
          <div className="mt-6 flex flex-col items-center gap-2 rounded-2xl border border-dashed border-line px-6 py-16 text-center">
            <Waypoints aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
            <h2 className="font-medium">{t("activity.empty")}</h2>
            <p className="text-sm text-faint">
              {address ? t("activity.emptyHelp", { address }) : t("activity.emptyHelpOff")}
            </p>
          </div>
        )}
      </div>
    </div>
  );
}
