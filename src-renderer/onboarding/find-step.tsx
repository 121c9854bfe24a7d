import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBrain, useSettings, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { Problem } from "../ui/problem";
import { WithCode } from "../ui/with-code";
import { CommandList } from "./command-list";
import { installCommands, updateCommands } from "./commands";
import { Step } from "./step";
import { useAttempt } from "./use-attempt";

/** Claude Code: where it was found, or how to get it here. */
export function FindStep() {
  const { t } = useTranslation();
  const { state, code, cliPath, cliVersion } = useBrain((brain) => brain.status);
  const version = cliVersion && t("onboarding.find.version", { version: cliVersion });
  if (code === "cli_missing") {
    return (
      <Step number={1} title={t("onboarding.find.title")} state="now">
        <Missing />
      </Step>
    );
  }
  if (code === "cli_too_old") {
    return (
      <Step number={1} title={t("onboarding.find.title")} state="now" facts={[cliPath]}>
        <p className="mt-1 text-sm text-soft">{t("onboarding.find.tooOld", { version: cliVersion })}</p>
        <CommandList commands={updateCommands(cliPath ?? "")} />
        <Ways still={t("onboarding.find.stillOld")} />
      </Step>
    );
  }
  if (code === "cli_unresponsive") {
    return (
      <Step number={1} title={t("onboarding.find.title")} state="now" facts={[cliPath]}>
        <p className="mt-1 text-sm text-soft">
          <WithCode text={t("onboarding.find.silent")} />
        </p>
        <Ways still={t("onboarding.find.stillSilent")} />
      </Step>
    );
  }
  if (!cliPath) {
    const looking = state === "starting";
    return (
      <Step
        number={1}
        title={t("onboarding.find.title")}
        state={looking ? "looking" : "waiting"}
        facts={[looking ? t("onboarding.find.looking") : undefined]}
      />
    );
  }
  return <Step number={1} title={t("onboarding.find.found")} state="done" facts={[version, cliPath]} />;
}

function Missing() {
  const { t } = useTranslation();
  const { settings } = useStores();
  const chosen = useSettings((state) => state.settings.brain.claudePath);
  const { busy, attempt } = useAttempt();
  const everywhere = () =>
    attempt(async ({ brain }) => {
      await settings.getState().update({ brain: { claudePath: "" } });
      await brain.getState().look();
    });
  return (
    <>
      {chosen && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-danger [overflow-wrap:anywhere]">
          {t("onboarding.find.missingThere", { path: chosen })}
          <Button disabled={busy} onClick={everywhere}>
            {t("onboarding.find.everywhere")}
          </Button>
        </p>
      )}
      <p className="mt-1 text-sm text-soft">{t("onboarding.find.missing")}</p>
      <CommandList commands={installCommands(navigator.platform)} />
      <Ways still={t("onboarding.find.stillMissing")} />
    </>
  );
}

/** Look again, or say where it is. `still` is said when looking changed nothing. */
function Ways({ still }: { still: string }) {
  const { t } = useTranslation();
  const [looked, setLooked] = useState(false);
  const { busy, error, attempt } = useAttempt();
  const look = () => {
    setLooked(false);
    attempt(async ({ brain }) => {
      await brain.getState().look();
      setLooked(true);
    });
  };
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button tone="primary" aria-disabled={busy} onClick={() => !busy && look()}>
          {t(busy ? "onboarding.find.looks" : "onboarding.find.again")}
        </Button>
        <Button onClick={() => attempt(({ brain }) => brain.getState().choose())}>{t("onboarding.find.choose")}</Button>
        <p role="status" className="text-sm text-soft">
          {looked && !busy && still}
        </p>
      </div>
      <Problem className="mt-2">{error}</Problem>
      <p className="mt-2 text-sm text-faint">{t("onboarding.find.goesOn")}</p>
    </>
  );
}
