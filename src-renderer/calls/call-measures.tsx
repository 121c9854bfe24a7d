import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import type { CallTurn } from "../../src-shared/calls";
import { StartMark } from "../activity/start-mark";
import { TurnEnd } from "../activity/turn-end";
import { useMeasures } from "../activity/use-measures";

/** A turn's time, first word, speed and end, in small print. */
export function CallMeasures({ turn, callerKind }: { turn: CallTurn; callerKind: ActivityEntry["callerKind"] }) {
  const { t } = useTranslation();
  const measures = useMeasures();
  const { at, warm, firstTokenMs, speed, words, state, finishReason } = turn;
  const unusual = state === "stopped" || state === "failed" || finishReason === "length";
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-xs text-soft tabular-nums">
      <time dateTime={new Date(at).toISOString()}>{measures.clock(at)}</time>
      {firstTokenMs !== undefined && (
        <span className="inline-flex items-center gap-1.5">
          {warm && <StartMark start={warm} />}
          {t("activity.timings.firstToken", { seconds: measures.seconds(firstTokenMs) })}
        </span>
      )}
      {speed && <span title={measures.speedHelp(speed)}>{measures.speed(speed)}</span>}
      {words > 0 && <span>{t("activity.call.words", { count: words })}</span>}
      {unusual && (
        <span className={state === "stopped" ? "text-warn" : undefined}>
          <TurnEnd turn={{ ...turn, callerKind }} />
        </span>
      )}
    </p>
  );
}
