import { ArrowLeft, Square } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../src-shared/jobs";
import { useSubmit } from "../form/use-submit";
import { useOpenJob, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { modelName } from "../ui/model-name";
import { Problem } from "../ui/problem";
import { useFigures } from "../ui/use-figures";
import { JobChip } from "./job-chip";
import { JobEnd } from "./job-end";
import { JobLog } from "./job-log";
import { QuestionCard } from "./question-card";

/** The job that is shown: what was asked, what happened, what it asks, and how it ended. */
export function JobView() {
  const { t } = useTranslation();
  const show = useOpenJob((state) => state.show);
  const phase = useOpenJob((state) => state.phase);
  const job = useOpenJob((state) => state.job);
  return (
    <div className="flex flex-col gap-4">
      <Button tone="quiet" autoFocus className="-ml-2 self-start" onClick={() => void show(null)}>
        <ArrowLeft aria-hidden className="size-4" />
        {t("jobs.back")}
      </Button>
      {!job && (
        <p className="py-12 text-center text-sm text-faint">{t(phase === "failed" ? "jobs.failed" : "jobs.loading")}</p>
      )}
      {job && <Opened job={job} />}
    </div>
  );
}

function Opened({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { jobs } = useStores();
  const { time } = useFigures();
  const { busy, error, submit } = useSubmit();
  const running = job.status === "running";
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-mono text-base font-medium">{job.agent}</h2>
        <span role="status">
          <JobChip job={job} />
        </span>
        <p className="min-w-40 flex-1 text-sm text-faint">
          {modelName(job.model)} · {time(job.startedAt)}
        </p>
        {running && (
          <Button disabled={busy} onClick={() => void submit(() => jobs.getState().cancel(job.id))}>
            <Square aria-hidden className="size-3 fill-current" />
            {t(busy ? "jobs.cancelling" : "jobs.cancel")}
          </Button>
        )}
      </header>
      <Problem>{error}</Problem>
      <section
        aria-label={t("jobs.prompt")}
        tabIndex={0}
        dir="auto"
        className="max-h-48 overflow-y-auto rounded-2xl rounded-br-md bg-bubble px-4 py-2.5 whitespace-pre-wrap select-text [overflow-wrap:anywhere]"
      >
        {job.prompt}
      </section>
      <JobLog running={running} />
      {job.questions.map((question) => (
        <QuestionCard key={question.id} jobId={job.id} agent={job.agent} question={question} />
      ))}
      {!running && <JobEnd job={job} />}
    </>
  );
}
