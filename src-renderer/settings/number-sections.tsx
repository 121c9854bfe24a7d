import { useTranslation } from "react-i18next";
import { NumberRow } from "./number-row";
import { Section } from "./section";

const sessionFields = [
  ["turnSeconds", "seconds"],
  ["maxTurns", "turns"],
  ["maxSessions", "sessions"],
  ["maxAgeDays", "days"],
] as const;
const jobFields = [
  ["maxRunning", "jobs"],
  ["confirmSeconds", "seconds"],
  ["keepJobs", "jobs"],
  ["keepDays", "days"],
] as const;

/** What is remembered for apps that name a conversation of theirs. */
export function SessionsSection({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Section
      id={id}
      title={t("settings.sessions")}
      help={t("settings.sessionsHelp")}
      keywords={t("settings.keywords.sessions")}
    >
      {sessionFields.map(([field, unit]) => (
        <NumberRow
          key={field}
          section="sessions"
          field={field}
          label={t(`settings.session.${field}`)}
          help={t(`settings.sessionHelp.${field}`)}
          unit={t(`settings.unit.${unit}`)}
        />
      ))}
    </Section>
  );
}

/** How agents' jobs run, and what is kept of them. */
export function JobsSection({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Section id={id} title={t("settings.jobs")} help={t("settings.jobsHelp")} keywords={t("settings.keywords.jobs")}>
      {jobFields.map(([field, unit]) => (
        <NumberRow
          key={field}
          section="jobs"
          field={field}
          label={t(`settings.job.${field}`)}
          help={t(`settings.jobHelp.${field}`)}
          unit={t(`settings.unit.${unit}`)}
        />
      ))}
    </Section>
  );
}
