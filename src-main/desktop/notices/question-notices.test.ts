import { expect, it } from "vitest";
import type { JobSummary, Question } from "../../../src-shared/jobs";
import { textsOf } from "../language/testing";
import type { Notice } from "./notices";
import { tellQuestions } from "./question-notices";

const job = (...questions: Question[]): JobSummary => ({
  ...{ id: "job_0123456789abcdef", status: "running", agent: "worker", model: "m", prompt: "Go." },
  ...{ startedAt: 1, costUsd: 0, questions },
});
const question = (id: string, input: Record<string, unknown>, tool = "Bash"): Question => ({
  ...{ id, tool, input, expiresAt: 2 },
});

function desk(watched = false) {
  let tell: (summary: JobSummary) => void = () => {};
  const shown: Notice[] = [];
  const taken: string[] = [];
  const answers: unknown[] = [];
  const jobs = {
    onChange: (listener: typeof tell) => {
      tell = listener;
      return () => {};
    },
    confirm: async (...answer: unknown[]) => void answers.push(answer),
  };
  const show = (notice: Notice) => {
    shown.push(notice);
    return () => void taken.push(notice.body);
  };
  tellQuestions(
    jobs,
    show,
    () => watched,
    () => answers.push("window"),
    textsOf().t,
  );
  return { tell: (...questions: Question[]) => tell(job(...questions)), shown, taken, answers };
}

it("a question is told once, can be answered there, and is taken away when it is not open any more", () => {
  const { tell, shown, taken, answers } = desk();
  const asked = question("q1", { command: "git push", description: "Push" });
  tell(asked);
  tell(asked);
  expect(shown.map(({ title, body }) => [title, body])).toEqual([["worker asks to use Bash", "git push"]]);
  for (const { run } of shown[0]?.actions ?? []) run();
  shown[0]?.onClick();
  const id = "job_0123456789abcdef";
  expect(answers).toEqual([[id, "q1", true], [id, "q1", false], "window"]);
  expect(taken).toEqual([]);
  tell();
  expect(taken).toEqual(["git push"]);
});

it("nobody can allow there what is not shown whole", () => {
  const { tell, shown } = desk();
  tell(
    question("q1", { command: `echo ${"x".repeat(300)}` }),
    question("q2", { command: "ls\nrm -r ." }),
    question("q3", { file_path: "/a", content: "much" }, "Write"),
    question("q4", { file_path: "/a" }, "Read"),
  );
  const buttons = shown.map(({ actions }) => actions?.map(({ text }) => text));
  expect(buttons).toEqual([["Deny"], ["Deny"], ["Deny"], ["Allow", "Deny"]]);
});

it("says nothing to someone who looks at the window", () => {
  const { tell, shown } = desk(true);
  tell(question("q1", { command: "ls" }));
  expect(shown).toEqual([]);
});
