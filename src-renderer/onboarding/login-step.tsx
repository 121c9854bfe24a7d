import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isListening } from "../stores/brain";
import { useBrain } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Problem } from "../ui/problem";
import { WithCode } from "../ui/with-code";
import { Step } from "./step";
import { useAttempt } from "./use-attempt";

/** Who is logged in, or the way to do it. */
export function LoginStep() {
  const { t } = useTranslation();
  const status = useBrain((brain) => brain.status);
  if (status.code === "not_logged_in") {
    return (
      <Step number={2} title={t("onboarding.login.title")} state="now">
        <LogIn />
      </Step>
    );
  }
  if (!status.login && !isListening(status)) {
    return <Step number={2} title={t("onboarding.login.title")} state="waiting" />;
  }
  const { email, plan } = status.login ?? {};
  const facts = [
    email && t("onboarding.login.as", { email }),
    plan && t("onboarding.login.plan", { plan: plan.charAt(0).toUpperCase() + plan.slice(1) }),
  ];
  return <Step number={2} title={t("onboarding.login.in")} state="done" facts={facts} />;
}

function LogIn() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const start = () =>
    attempt(async ({ brain }) => {
      await brain.getState().logIn();
      setOpened(true);
    });
  return (
    <>
      <p className="mt-1 text-sm text-soft">{t("onboarding.login.help")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button tone={opened ? "plain" : "primary"} disabled={busy} onClick={start}>
          {t(opened ? "onboarding.login.startAgain" : "onboarding.login.start")}
        </Button>
        <p role="status" className="flex min-w-0 flex-1 items-center gap-2 text-sm text-soft">
          {opened && <span aria-hidden className="size-2 shrink-0 animate-breathe rounded-full bg-accent" />}
          {opened && t("onboarding.login.waiting")}
        </p>
      </div>
      <Problem className="mt-2">{error && <WithCode text={error} />}</Problem>
      <p className="mt-2 text-sm text-faint">
        <WithCode text={t("onboarding.login.byHand")} />
      </p>
    </>
  );
}
