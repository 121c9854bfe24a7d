import type { JobSummary, Question } from "../../src-shared/jobs";
import type { Jobs } from "../jobs/jobs";
import type { ShowNotice } from "./notices";

const longest = 200;

/**
 * Tells of every permission question while the person does not look at the window. Where the platform's notifications
 * have buttons it can be answered there; a click opens the window.
 */
export function tellQuestions(
  jobs: Pick<Jobs, "onChange" | "confirm">,
  show: ShowNotice,
  isWatched: () => boolean,
  openWindow: () => void,
): void {
  /** How to take each notice away, by job and question; kept while the question is open. */
  const told = new Map<string, () => void>();
  jobs.onChange((job) => {
    const open = new Map(job.questions.map((question) => [`${job.id} ${question.id}`, question]));
    for (const [key, takeAway] of told) {
      if (!key.startsWith(`${job.id} `) || open.has(key)) continue;
      takeAway();
      told.delete(key);
    }
    for (const [key, question] of open) {
      if (told.has(key)) continue;
      told.set(key, isWatched() ? () => {} : show(noticeOf(job, question)));
    }
  });

  function noticeOf(job: JobSummary, question: Question) {
    const answer = (allow: boolean) => () => void jobs.confirm(job.id, question.id, allow).catch(() => {});
    return {
      title: `${job.agent} asks to use ${question.tool}`,
      body: describe(question),
      onClick: openWindow,
      actions: [
        { text: "Allow", run: answer(true) },
        { text: "Deny", run: answer(false) },
      ],
    };
  }
}

/** What a tool would do, as far as a line or two can say it. */
function describe({ input }: Question): string {
  const telling = ["command", "file_path", "url", "query", "pattern"].map((name) => input[name]);
  const text = telling.find((value): value is string => typeof value === "string") ?? JSON.stringify(input);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
