import { useTranslation } from "react-i18next";
import type { ActivityEntry } from "../../src-shared/activity";
import { useErrorWords } from "../i18n/use-error-words";

type Ended = Pick<ActivityEntry, "state" | "error" | "errorKind" | "words" | "finishReason" | "callerKind">;

/** How a turn ended: by itself, by its caller, or with what went wrong. */
export function TurnEnd({ turn }: { turn: Ended }) {
  const { t } = useTranslation();
  const failure = useErrorWords();
  const { state, words, finishReason, callerKind } = turn;
  if (state === "failed") return <span className="text-danger">{failure(turn)}</span>;
  if (state === "stopped")
    return <span>{t(callerKind === "window" ? "activity.end.stopped" : "activity.end.hungUp", { count: words })}</span>;
  if (!finishReason) return null;
  return (
    <span>
      {t(`activity.end.${finishReason}`)} <span className="font-mono text-xs text-faint">{finishReason}</span>
    </span>
  );
}
