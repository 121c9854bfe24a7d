import { useTranslation } from "react-i18next";
import { useBrain } from "../stores/use-stores";
import { LineRow } from "./line-row";

/** Where the `claude` program is, for when it is not found by itself, and which version of it is in use. */
export function ClaudePathRow() {
  const { t } = useTranslation();
  const version = useBrain((state) => state.status.cliVersion);
  const found = useBrain((state) => state.status.cliPath);
  return (
    <LineRow
      section="brain"
      field="claudePath"
      label={t("settings.claudePath")}
      help={[version && t("settings.claudeFound", { version }), t("settings.claudePathHelp")].filter(Boolean).join(" ")}
      keywords={t("settings.keywords.claudePath")}
      placeholder={found ?? t("settings.claudePathPlaceholder")}
    />
  );
}
