import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CallSummary } from "../../src-shared/calls";
import { callerName } from "../activity/activity-row";
import { useMeasures } from "../activity/use-measures";
import { useStores } from "../stores/use-stores";
import { CallFigures } from "./call-figures";
import { LiveChip } from "./live-chip";

/** A call as a line: how it began, who calls, how it goes. */
export function CallItem({ call }: { call: CallSummary }) {
  const { t } = useTranslation();
  const { openCall } = useStores();
  const { clock } = useMeasures();
  const title = call.title || t("activity.call.untitled");
  return (
    <li className="group/call">
      <button
        type="button"
        aria-label={t("activity.call.open", { title })}
        onClick={() => void openCall.getState().show(call.id)}
        className="flex w-full items-center gap-3 px-4 py-2.5 text-left -outline-offset-2 group-first/call:rounded-t-xl group-last/call:rounded-b-xl hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span dir="auto" className={call.title ? "truncate text-sm" : "truncate text-sm text-faint italic"}>
              {title}
            </span>
            {call.running && <LiveChip />}
          </span>
          <span className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-soft">
            <span className="max-w-60 truncate">{callerName(call, t("activity.window"))}</span>
            <CallFigures call={call} />
          </span>
        </span>
        <time dateTime={new Date(call.at).toISOString()} className="shrink-0 text-xs text-soft tabular-nums">
          {clock(call.at)}
        </time>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
      </button>
    </li>
  );
}
