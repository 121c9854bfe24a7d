import { useTranslation } from "react-i18next";
import type { Job } from "../../src-shared/jobs";
import { useErrorWords } from "../i18n/use-error-words";
import { CopyButton } from "../ui/copy-button";
import { useFigures } from "../ui/use-figures";
import { WithCode } from "../ui/with-code";
import { ToolInput } from "./tool-input";

/** How a job ended, and what it took. */
export function JobEnd({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { number, money, seconds } = useFigures();
  const said = useErrorWords();
  const { status, usage, error, stderr, output, costUsd, budgetUsd, startedAt, finishedAt = startedAt } = job;
  const input = usage.inputTokens + usage.cacheReadTokens + usage.cacheCreationTokens;
  const facts = [
    t("jobs.cost", { cost: money(costUsd), budget: money(budgetUsd) }),
    t("activity.tokensInOut", { input: number(input), output: number(usage.outputTokens) }),
    t("activity.seconds", { seconds: seconds(finishedAt - startedAt) }),
  ];
  return (
    <section aria-label={t("jobs.end")} className="flex flex-col gap-2 border-t border-line pt-3">
      {error && (
        <p className="rounded-lg border border-danger-line bg-danger-wash px-3 py-2 text-sm [overflow-wrap:anywhere]">
          <WithCode text={status === "cancelled" ? t("jobs.state.cancelled") : (said(job) ?? error)} />
        </p>
      )}
      <div className="flex items-center gap-1 text-sm text-soft">
        <p>{facts.join(" · ")}</p>
        {output && <CopyButton label={t("jobs.copyOutput")} what={output} />}
      </div>
      {stderr && (
        <details>
          <summary className="w-fit rounded text-sm text-accent-text hover:underline">{t("jobs.stderr")}</summary>
          <div className="mt-2">
            <ToolInput input={{ stderr }} />
          </div>
        </details>
      )}
    </section>
  );
}
