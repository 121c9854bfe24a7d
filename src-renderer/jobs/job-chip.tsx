import { useTranslation } from "react-i18next";
import type { JobSummary } from "../../src-shared/jobs";
import { Chip } from "../ui/chip";

const tones = {
  asks: "warn",
  running: "accent",
  completed: "quiet",
  cancelled: "quiet",
  failed: "danger",
  timeout: "danger",
  error: "danger",
} as const;

/** How a job is, in a word. */
export function JobChip({ job }: { job: Pick<JobSummary, "status" | "questions"> }) {
  const { t } = useTranslation();
  const state = job.questions.length > 0 ? "asks" : job.status;
  return (
    <Chip tone={tones[state]} live={state === "running"}>
      {t(`jobs.state.${state}`)}
    </Chip>
  );
}
