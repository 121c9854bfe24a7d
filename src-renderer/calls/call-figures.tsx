import { useTranslation } from "react-i18next";
import type { CallSummary } from "../../src-shared/calls";
import { useMeasures } from "../activity/use-measures";

/** How long a call is and how it went, in a few figures. */
export function CallFigures({ call }: { call: CallSummary }) {
  const { t } = useTranslation();
  const { seconds } = useMeasures();
  const { turns, interruptions, failures, medianFirstMs } = call;
  return (
    <>
      <span>{t("activity.call.turns", { count: turns })}</span>
      {interruptions > 0 && (
        <span className="text-warn">{t("activity.call.interruptions", { count: interruptions })}</span>
      )}
      {failures > 0 && <span className="text-danger">{t("activity.call.failures", { count: failures })}</span>}
      {medianFirstMs !== undefined && (
        <span className="tabular-nums">{t("activity.call.median", { seconds: seconds(medianFirstMs) })}</span>
      )}
    </>
  );
}
