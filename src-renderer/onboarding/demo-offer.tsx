import { useTranslation } from "react-i18next";
import { messageFieldId } from "../shell/use-go";
import { Button } from "../ui/button";
import { Problem } from "../ui/problem";
import { useAttempt } from "./use-attempt";

/** The demo brain, for somebody who only wants to look. */
export function DemoOffer() {
  const { t } = useTranslation();
  const { busy, error, attempt } = useAttempt();
  const start = () =>
    attempt(async ({ brain }) => {
      await brain.getState().setDemo(true);
      document.getElementById(messageFieldId)?.focus();
    });
  return (
    <>
      <p className="min-w-56 flex-1 text-sm text-soft">
        <span className="font-medium text-ink">{t("onboarding.demo.offer")}</span> {t("onboarding.demo.help")}
      </p>
      <Button disabled={busy} onClick={start}>
        {t("onboarding.demo.start")}
      </Button>
      <Problem className="w-full">{error}</Problem>
    </>
  );
}
