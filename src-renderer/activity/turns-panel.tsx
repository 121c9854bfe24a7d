import { Waypoints } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { SwitchRow } from "../settings/switch-row";
import { useActivity, useBrain, useSettings } from "../stores/use-stores";
import { ActivityTable } from "./activity-table";
import { callersOf, everyTurn, filterTurns } from "./filter";
import { FirstWordsChart } from "./first-words-chart";
import { TurnFilterBar } from "./turn-filter";

/** Every turn, live: who asked what, and how long it took; and whether the words are kept. */
export function TurnsPanel() {
  const load = useActivity((state) => state.load);
  const none = useActivity((state) => state.entries.length === 0);
  useEffect(() => void load(), [load]);
  return (
    <div className="mt-5 flex flex-col gap-4">
      <KeepWords />
      {none ? <NoTurns /> : <Turns />}
    </div>
  );
}

function KeepWords() {
  const { t } = useTranslation();
  const on = useSettings((state) => state.settings.activity.contents);
  return (
    <div className="rounded-xl border border-line bg-card">
      <SwitchRow
        label={t("activity.keepWords")}
        help={t("activity.keepWordsHelp")}
        on={on}
        patch={(contents) => ({ activity: { contents } })}
      />
    </div>
  );
}

function Turns() {
  const { t } = useTranslation();
  const entries = useActivity((state) => state.entries);
  const [filter, setFilter] = useState(everyTurn);
  const callers = useMemo(() => callersOf(entries), [entries]);
  const listed = useMemo(() => filterTurns(entries, filter), [entries, filter]);
  return (
    <>
      <TurnFilterBar filter={filter} callers={callers} onChange={setFilter} />
      <FirstWordsChart entries={listed} />
      {listed.length > 0 ? (
        <ActivityTable entries={listed} />
      ) : (
        <p role="status" className="py-12 text-center text-sm text-faint">
          {t("activity.filter.nothing")}
        </p>
      )}
    </>
  );
}

function NoTurns() {
  const { t } = useTranslation();
  const phase = useActivity((state) => state.phase);
  const address = useBrain((state) => state.status.baseUrl);
  if (phase !== "ready")
    return (
      <p className="py-16 text-center text-sm text-faint">
        {t(phase === "failed" ? "activity.failed" : "activity.loading")}
      </p>
    );
  return (
    <div className="flex flex-col items-center gap-2 rounded-2xl border border-dashed border-line px-6 py-16 text-center">
      <Waypoints aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
      <h2 className="font-medium">{t("activity.empty")}</h2>
      <p className="text-sm text-faint">
        {address ? t("activity.emptyHelp", { address }) : t("activity.emptyHelpOff")}
      </p>
    </div>
  );
}
