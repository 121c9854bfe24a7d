import { useTranslation } from "react-i18next";
import { useJobs } from "../stores/use-stores";
import { QuestionCard } from "./question-card";

/** What agents wait for, of all jobs together. */
export function WaitingQuestions() {
  const { t } = useTranslation();
  const asking = useJobs((state) => state.jobs).filter((job) => job.questions.length > 0);
  if (asking.length === 0) return null;
  return (
    <section aria-label={t("jobs.waiting")} className="flex flex-col gap-3">
      {asking.flatMap((job) =>
        job.questions.map((question) => (
          <QuestionCard key={`${job.id} ${question.id}`} jobId={job.id} agent={job.agent} question={question} opens />
        )),
      )}
    </section>
  );
}
