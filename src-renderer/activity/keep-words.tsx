import { useTranslation } from "react-i18next";
import { SwitchRow } from "../settings/switch-row";

/** Whether what is said is kept, for turns and calls alike. */
export function KeepWords() {
  const { t } = useTranslation();
  return (
    <div className="rounded-xl border border-line bg-card">
      <SwitchRow
        label={t("activity.keepWords")}
        help={t("activity.keepWordsHelp")}
        section="activity"
        field="contents"
      />
    </div>
  );
}
