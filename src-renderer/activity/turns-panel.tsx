import { Waypoints } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActivity, useBrain } from "../stores/use-stores";
import { rowButtonId } from "./activity-row";
import { ActivityTable } from "./activity-table";
import { callersOf, everyTurn, filterTurns, modelsOf } from "./filter";
import { FirstWordsChart } from "./first-words-chart";
import { TurnFilterBar } from "./turn-filter";

/** Every turn, live: who asked what, and how long it took. */
export function TurnsPanel() {
  const load = useActivity((state) => state.load);
  const none = useActivity((state) => state.entries.length === 0);
  useEffect(() => void load(), [load]);
  return none ? <NoTurns /> : <Turns />;
}

function Turns() {
  const { t } = useTranslation();
  const entries = useActivity((state) => state.entries);
  const [filter, setFilter] = useState(everyTurn);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const callers = useMemo(() => callersOf(entries), [entries]);
  const models = useMemo(() => modelsOf(entries), [entries]);
  const listed = useMemo(() => filterTurns(entries, filter), [entries, filter]);
  const toggle = useCallback((id: string) => {
    setOpen((was) => new Set(was.has(id) ? [...was].filter((one) => one !== id) : [...was, id]));
  }, []);
  const show = (id: string) => {
    setOpen((was) => new Set([...was, id]));
    requestAnimationFrame(() => {
      const row = document.getElementById(rowButtonId(id));
      row?.scrollIntoView({ block: "center" });
      row?.focus();
    });
  };
  return (
    <>
      <FirstWordsChart entries={listed} onOpen={show} />
      <TurnFilterBar filter={filter} callers={callers} models={models} onChange={setFilter} />
      {listed.length > 0 ? (
        <ActivityTable entries={listed} open={open} onToggle={toggle} />
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
