import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useBrain } from "../stores/use-stores";
import { LineBanner } from "../ui/banner";
import { Button } from "../ui/button";
import { useAttempt } from "./use-attempt";

/** Says on every page that the demo answers, with the way back to the person's own Claude. */
export function DemoBanner() {
  const { t } = useTranslation();
  const chosen = useBrain((brain) => brain.status.demoChosen);
  const { busy, error, attempt } = useAttempt();
  if (!chosen) return null;
  return (
    <div className="shrink-0 px-4">
      <LineBanner
        tone="warn"
        icon={FlaskConical}
        label={t("onboarding.demo.chip")}
        title={t("onboarding.demo.on")}
        end={
          <Button disabled={busy} onClick={() => attempt(({ brain }) => brain.getState().setDemo(false))}>
            {t("onboarding.demo.leave")}
          </Button>
        }
      >
        {error ?? t("onboarding.demo.onHelp")}
      </LineBanner>
    </div>
  );
}
