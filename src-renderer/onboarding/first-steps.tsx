import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Welcome } from "../chat/welcome";
import { BrainBanner } from "../status/brain-banner";
import { isListening } from "../stores/brain";
import { useBrain, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { DemoOffer } from "./demo-offer";
import { FindStep } from "./find-step";
import { LoginStep } from "./login-step";
import { Step } from "./step";

/** Those that have a step of their own; any other trouble shows as it always does. */
const ownStep: readonly (string | undefined)[] = ["cli_missing", "cli_unresponsive", "cli_too_old", "not_logged_in"];

/** The way from a new computer to the first answer: the program, the login, the first words. */
export function FirstSteps() {
  const { t } = useTranslation();
  const ready = useBrain((brain) => isListening(brain.status));
  const code = useBrain((brain) => brain.status.code);
  useLookOnReturn();
  if (ready) return <Welcome lead={<AllSet />} />;
  return (
    <div className="page-scroll min-h-0 flex-1 px-1">
      <div className="mx-auto flex min-h-full max-w-3xl animate-rise flex-col justify-center gap-5 py-6">
        <p className="text-2xl font-medium tracking-tight text-balance">
          {t("onboarding.title")} <span className="text-faint">{t("onboarding.line")}</span>
        </p>
        {!ownStep.includes(code) && <BrainBanner />}
        <Steps />
      </div>
    </div>
  );
}

function Steps() {
  const { t } = useTranslation();
  return (
    <section aria-label={t("onboarding.label")} className="flex flex-col gap-3">
      <ol className="divide-y divide-line rounded-2xl border border-line bg-card shadow-card">
        <FindStep />
        <LoginStep />
        <Step number={3} title={t("onboarding.say.title")} state="waiting" />
      </ol>
      <div className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1 pl-4">
        <DemoOffer />
        <LeaveButton label={t("onboarding.skip")} />
      </div>
    </section>
  );
}

/** All is there: what was found, and the last step, which is below. */
function AllSet() {
  const { t } = useTranslation();
  return (
    <section aria-label={t("onboarding.label")} className="flex flex-col gap-2">
      <div className="flex items-center gap-3 pl-1">
        <p className="min-w-0 flex-1 text-sm text-soft">
          <span className="font-medium text-ink">{t("onboarding.say.set")}</span> {t("onboarding.say.ready")}
        </p>
        <LeaveButton label={t("onboarding.close")} />
      </div>
      <ol className="divide-y divide-line rounded-2xl border border-line bg-card shadow-card sm:grid sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        <FindStep />
        <LoginStep />
      </ol>
    </section>
  );
}

function LeaveButton({ label }: { label: string }) {
  const { settings, ui } = useStores();
  const leave = () => {
    ui.getState().set({ firstSteps: false });
    // Where it cannot be kept, the steps come again at the next start.
    settings
      .getState()
      .update({ firstRun: { done: true } })
      .catch(() => {});
  };
  return (
    <Button tone="quiet" onClick={leave}>
      {label}
    </Button>
  );
}

/** Somebody who comes back from a terminal or a browser has probably done what was missing. */
function useLookOnReturn(): void {
  const { brain } = useStores();
  useEffect(() => {
    const look = () => {
      // The state itself tells what came of it.
      if (ownStep.includes(brain.getState().status.code))
        brain
          .getState()
          .look()
          .catch(() => {});
    };
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [brain]);
}
