import { useTranslation } from "react-i18next";
import type { JobSummary } from "../../src-shared/jobs";
import { classes } from "../ui/classes";

const looks = {
  asks: "bg-warn-wash text-warn",
  running: "bg-accent-wash text-accent-text",
  completed: "bg-bubble text-soft",
  cancelled: "bg-bubble text-soft",
  failed: "bg-danger-wash text-danger",
  timeout: "bg-danger-wash text-danger",
  error: "bg-danger-wash text-danger",
};

/** How a job is, in a word. */
export function JobChip({ job }: { job: Pick<JobSummary, "status" | "questions"> }) {
  const { t } = useTranslation();
  const state = job.questions.length > 0 ? "asks" : job.status;
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-medium whitespace-nowrap",
        looks[state],
      )}
    >
      {state === "running" && <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />}
      {t(`jobs.state.${state}`)}
    </span>
  );
}
