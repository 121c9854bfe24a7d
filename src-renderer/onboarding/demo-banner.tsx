import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useBrain } from "../stores/use-stores";
import { Button } from "../ui/button";
import { useAttempt } from "./use-attempt";

/** Says on every page that the demo answers, with the way back to the person's own Claude. */
export function DemoBanner() {
  const { t } = useTranslation();
  const chosen = useBrain((brain) => brain.status.demoChosen);
  const { busy, error, attempt } = useAttempt();
  if (!chosen) return null;
  return (
    <section aria-label={t("onboarding.demo.chip")} className="shrink-0 px-4">
      <div className="mx-auto mb-3 flex w-full max-w-3xl flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-warn-line bg-warn-wash px-4 py-2 text-sm">
        <FlaskConical aria-hidden className="size-4.5 shrink-0 text-warn" strokeWidth={1.75} />
        <p className="min-w-40 flex-1">
          <span className="font-medium">{t("onboarding.demo.on")}</span>{" "}
          <span className="text-soft">{error ?? t("onboarding.demo.onHelp")}</span>
        </p>
        <Button disabled={busy} onClick={() => attempt(({ brain }) => brain.getState().setDemo(false))}>
          {t("onboarding.demo.leave")}
        </Button>
      </div>
    </section>
  );
}
