import { Check, ChevronRight, LoaderCircle, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { JobBlock } from "../stores/job-blocks";
import { classes } from "../ui/classes";
import { plainInput } from "./plain-input";
import { ToolInput } from "./tool-input";

/** A tool that the agent used: a line, and on demand what went in and what came out. */
export function JobStep({ step, over }: { step: Extract<JobBlock, { type: "tool" }>; over: boolean }) {
  const { t } = useTranslation();
  const { tool, input, answer, result } = step;
  const state = result ? (result.ok ? "worked" : "failed") : over ? "ended" : "running";
  const Icon = { worked: Check, failed: X, ended: X, running: LoaderCircle }[state];
  return (
    <details className="group/step rounded-xl border border-line bg-card">
      <summary className="flex items-center gap-2.5 rounded-xl px-3 py-2 text-sm hover:bg-hover">
        <Icon
          aria-hidden
          className={classes(
            "size-4 shrink-0",
            state === "worked" ? "text-accent" : state === "running" ? "animate-spin text-soft" : "text-danger",
          )}
        />
        <span className="sr-only">{t(`jobs.step.${state}`)}</span>
        <span className="font-medium">{tool}</span>
        <span className="min-w-0 flex-1 truncate font-mono text-xs text-soft">{plainInput(input)[0]?.text}</span>
        {answer && (
          <span className={classes("text-xs", answer.ok ? "text-soft" : "text-danger")}>
            {t(answer.ok ? "jobs.allowed" : "jobs.denied")}
          </span>
        )}
        <ChevronRight aria-hidden className="size-3.5 text-faint transition-transform group-open/step:rotate-90" />
      </summary>
      <div className="flex flex-col gap-2 border-t border-line px-3 py-2.5">
        <ToolInput input={input} />
        {answer?.text && <ToolInput input={{ [t("jobs.answer")]: answer.text }} />}
        {result && <ToolInput input={{ [t("jobs.result")]: result.text }} />}
      </div>
    </details>
  );
}
