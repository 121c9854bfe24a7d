import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EndpointTest } from "../../src-shared/endpoint";
import { Row } from "../settings/section";
import { sentence } from "../stores/ask";
import { useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { useFigures } from "../ui/use-figures";

type Outcome = { phase: "idle" | "asking" } | { phase: "failed"; reason: string } | ({ phase: "good" } & EndpointTest);

/** Asks the endpoint as an app would, and says what came of it. */
export function TestRow({ off }: { off: boolean }) {
  const { t } = useTranslation();
  const { seconds } = useFigures();
  const { ask } = useStores();
  const [outcome, setOutcome] = useState<Outcome>({ phase: "idle" });
  const asking = outcome.phase === "asking";
  const test = async () => {
    setOutcome({ phase: "asking" });
    try {
      setOutcome({ phase: "good", ...(await ask("endpoint.test")) });
    } catch (thrown) {
      setOutcome({ phase: "failed", reason: sentence(thrown) });
    }
  };
  return (
    <Row
      label={t("connect.test")}
      help={t("connect.testHelp")}
      error={outcome.phase === "failed" ? t("connect.testFailed", { reason: outcome.reason }) : undefined}
    >
      <Button disabled={off || asking} onClick={() => void test()}>
        {t(asking ? "connect.testing" : "connect.testIt")}
      </Button>
      <div aria-live="polite" className="basis-full empty:hidden">
        {outcome.phase === "good" && (
          <div className="flex items-start gap-2.5 rounded-xl bg-accent-wash px-3.5 py-2.5 text-sm text-accent-text">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0" />
            <p className="min-w-0 [overflow-wrap:anywhere]">
              <strong className="font-medium">{t("connect.works")}</strong>{" "}
              {t("connect.firstWord", { seconds: seconds(outcome.firstTokenMs, 2) })}{" "}
              {t("connect.whole", { seconds: seconds(outcome.totalMs, 2) })}{" "}
              {t("connect.modelsListed", { count: outcome.models })}
            </p>
          </div>
        )}
      </div>
    </Row>
  );
}
