import { CircleAlert, Power } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ErrorReason } from "../../src-shared/brain-status";
import { portFieldId } from "../settings/endpoint-section";
import { useGo } from "../shell/use-go";
import { useBrain, useStores } from "../stores/use-stores";
import { Banner, LineBanner } from "../ui/banner";
import { Button } from "../ui/button";
import { WithCode } from "../ui/with-code";

/** What is wrong with the brain, and what a person can do about it. Nothing while all is well. */
export function BrainBanner() {
  const { t, i18n } = useTranslation();
  const status = useBrain((state) => state.status);
  if (status.state === "stopped") return <OffBanner />;
  if (status.state !== "error") return null;
  const code = status.code ?? "other";
  // In English the brain's own words, which know the details.
  const help = i18n.language === "en" || !status.code ? status.help : undefined;
  return (
    <Banner tone="danger" icon={CircleAlert} label={t("brain.problem")} title={t(`brain.title.${code}`)}>
      <p className="mt-0.5 leading-relaxed text-ink">
        <WithCode text={help ?? t(`brain.help.${code}`)} />
      </p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <BannerButtons code={status.code} />
      </div>
    </Banner>
  );
}

function OffBanner() {
  const { t } = useTranslation();
  const { brain, notices } = useStores();
  const start = () =>
    brain
      .getState()
      .start()
      .catch((thrown: unknown) => notices.getState().fail(thrown));
  return (
    <LineBanner
      tone="plain"
      icon={Power}
      label={t("brain.problem")}
      title={t("brain.off")}
      end={
        <Button tone="primary" onClick={() => void start()}>
          {t("brain.turnOn")}
        </Button>
      }
    >
      {t("brain.offHelp")}
    </LineBanner>
  );
}

function BannerButtons({ code }: { code: ErrorReason | undefined }) {
  const { t } = useTranslation();
  const { brain, notices } = useStores();
  const go = useGo();
  const attempt = (asked: Promise<void>, done?: string) =>
    asked.then(
      () => done && notices.getState().show({ text: done, tone: "plain" }),
      (thrown: unknown) => notices.getState().fail(thrown),
    );
  const retry = () => void attempt(brain.getState().start());
  return (
    <>
      {code === "not_logged_in" && (
        <Button tone="primary" onClick={() => void attempt(brain.getState().logIn(), t("brain.loginStarted"))}>
          {t("brain.logIn")}
        </Button>
      )}
      {code === "port_taken" && (
        <Button tone="primary" onClick={() => go.page("settings", portFieldId)}>
          {t("brain.openSettings")}
        </Button>
      )}
      <Button onClick={retry}>{t("brain.tryAgain")}</Button>
    </>
  );
}
