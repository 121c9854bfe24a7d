import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JobSummary } from "../../src-shared/jobs";
import { Section } from "../settings/section";
import { useJobs, useStores } from "../stores/use-stores";
import { Button } from "../ui/button";
import { useFigures } from "../ui/use-figures";
import { JobChip } from "./job-chip";

const atFirst = 10;

/** The jobs, newest first; each opens. `left` is the one that was just closed. */
export function JobList({ left }: { left: string | null }) {
  const { t } = useTranslation();
  const jobs = useJobs((state) => state.jobs);
  const [all, setAll] = useState(false);
  return (
    <Section title={t("jobs.title")}>
      {jobs.length === 0 ? (
        <p className="px-4 py-6 text-center text-sm text-faint">{t("jobs.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {(all ? jobs : jobs.slice(0, atFirst)).map((job) => (
            <JobItem key={job.id} job={job} focused={job.id === left} />
          ))}
        </ul>
      )}
      {!all && jobs.length > atFirst && (
        <div className="px-4 py-2">
          <Button tone="quiet" onClick={() => setAll(true)}>
            {t("jobs.showAll", { count: jobs.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function JobItem({ job, focused }: { job: JobSummary; focused: boolean }) {
  const { t } = useTranslation();
  const { openJob } = useStores();
  const { time, money } = useFigures();
  return (
    <li>
      <button
        type="button"
        autoFocus={focused}
        onClick={() => void openJob.getState().show(job.id)}
        className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-(--row-pad) text-left text-sm transition-colors hover:bg-hover"
      >
        <span className="w-24 shrink-0">
          <JobChip job={job} />
        </span>
        <span className="min-w-40 flex-1 truncate">{job.prompt}</span>
        <span className="max-w-40 truncate font-mono text-xs text-soft">{job.agent}</span>
        <span className="w-16 text-right text-soft tabular-nums">
          {job.status === "running" ? "" : money(job.costUsd)}
        </span>
        <time dateTime={new Date(job.startedAt).toISOString()} className="w-28 text-right text-faint tabular-nums">
          <span className="sr-only">{t("jobs.startedAt")} </span>
          {time(job.startedAt)}
        </time>
      </button>
    </li>
  );
}
