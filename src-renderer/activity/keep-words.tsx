import { useTranslation } from "react-i18next";
import { SwitchRow } from "../settings/switch-row";
import { useSettings } from "../stores/use-stores";

/** Whether what is said is kept, for turns and calls alike. */
export function KeepWords() {
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
