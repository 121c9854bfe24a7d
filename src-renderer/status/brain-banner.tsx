import { CircleAlert, Power } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ErrorReason } from "../../src-shared/brain-status";
import { portFieldId } from "../settings/endpoint-section";
import { useGo } from "../shell/use-go";
import { sentence } from "../stores/ask";
import { useBrain, useStores } from "../stores/use-stores";
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
    <section
      aria-label={t("brain.problem")}
      className="mx-auto mb-3 flex w-full max-w-3xl gap-3 rounded-xl border border-danger-line bg-danger-wash px-4 py-3 text-sm"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium text-danger">{t(`brain.title.${code}`)}</h2>
        <p className="mt-0.5 leading-relaxed text-ink">
          <WithCode text={help ?? t(`brain.help.${code}`)} />
        </p>
        <div className="mt-2.5 flex flex-wrap gap-2">
          <BannerButtons code={status.code} />
        </div>
      </div>
    </section>
  );
}

function OffBanner() {
  const { t } = useTranslation();
  const { brain, notices } = useStores();
  const start = () =>
    brain
      .getState()
      .start()
      .catch((thrown: unknown) => notices.getState().show({ text: sentence(thrown), tone: "danger" }));
  return (
    <section
      aria-label={t("brain.problem")}
      className="mx-auto mb-3 flex w-full max-w-3xl flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line bg-side px-4 py-2.5 text-sm"
    >
      <Power aria-hidden className="size-4.5 shrink-0 text-faint" />
      <p className="min-w-0 flex-1">
        <span className="font-medium">{t("brain.off")}</span> <span className="text-soft">{t("brain.offHelp")}</span>
      </p>
      <Button tone="primary" onClick={() => void start()}>
        {t("brain.turnOn")}
      </Button>
    </section>
  );
}

function BannerButtons({ code }: { code: ErrorReason | undefined }) {
  const { t } = useTranslation();
  const { brain, notices } = useStores();
  const go = useGo();
  const attempt = (asked: Promise<void>, done?: string) =>
    asked.then(
      () => done && notices.getState().show({ text: done, tone: "plain" }),
      (thrown: unknown) => notices.getState().show({ text: sentence(thrown), tone: "danger" }),
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
