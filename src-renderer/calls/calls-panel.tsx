import { MessagesSquare } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCalls } from "../stores/use-stores";
import { CallItem } from "./call-item";

/** The calls that are kept: those that run first, then by when they were last heard of. */
export function CallsPanel() {
  const { t } = useTranslation();
  const load = useCalls((state) => state.load);
  const calls = useCalls((state) => state.calls);
  const phase = useCalls((state) => state.phase);
  useEffect(() => void load(), [load]);
  if (calls.length === 0 && phase !== "ready")
    return (
      <p className="py-16 text-center text-sm text-faint">
        {t(phase === "failed" ? "activity.failed" : "activity.loading")}
      </p>
    );
  if (calls.length === 0)
    return (
      <div className="flex flex-col items-center gap-2 rounded-2xl border border-dashed border-line px-6 py-16 text-center">
        <MessagesSquare aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
        <h2 className="font-medium">{t("activity.call.empty")}</h2>
        <p className="text-sm text-faint">{t("activity.call.emptyHelp")}</p>
      </div>
    );
  const ordered = [...calls].sort((a, b) => Number(b.running) - Number(a.running) || b.lastAt - a.lastAt);
  return (
    <ul aria-label={t("activity.call.list")} className="divide-y divide-line rounded-xl border border-line bg-card">
      {ordered.map((call) => (
        <CallItem key={call.id} call={call} />
      ))}
    </ul>
  );
}
