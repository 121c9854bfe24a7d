import type { JobSummary, Question } from "../../../src-shared/jobs";
import type { Jobs } from "../../jobs/jobs";
import type { Texts } from "../language/texts";
import type { Notice, ShowNotice } from "./notices";

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
  t: Texts["t"],
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

  function noticeOf(job: JobSummary, question: Question): Notice {
    const answer = (allow: boolean) => () => void jobs.confirm(job.id, question.id, allow).catch(() => {});
    const { text, whole } = describe(question);
    const allow = { text: t("desktop.question.allow"), run: answer(true) };
    const deny = { text: t("desktop.question.deny"), run: answer(false) };
    return {
      title: t("desktop.question.title", { agent: job.agent, tool: question.tool }),
      body: text,
      onClick: openWindow,
      // Nobody is to allow what they could not read: the window shows all of it.
      actions: whole ? [allow, deny] : [deny],
    };
  }
}

/** What a tool would do, in a line; `whole` when nothing of it is left out. */
function describe({ input }: Question): { text: string; whole: boolean } {
  const field = ["command", "url", "query", "file_path"].find((name) => typeof input[name] === "string");
  const text = field === undefined ? JSON.stringify(input) : String(input[field]);
  const rest = Object.keys(input).filter((name) => name !== field && !["description", "timeout"].includes(name));
  const whole = text.length <= longest && rest.length === 0 && !/\p{Cc}/u.test(text);
  return { text: text.length > longest ? `${text.slice(0, longest - 1)}…` : text, whole };
}
