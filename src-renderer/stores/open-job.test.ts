import { expect, test } from "vitest";
import type { Job, JobEvent } from "../../src-shared/jobs";
import type { Ask } from "./ask";
import { createOpenJob } from "./open-job";

const job = {
  id: "job_0000000000000001",
  status: "running",
  prompt: "Do it",
  questions: [],
  costUsd: 0,
} as unknown as Job;
const word = (id: number, text: string): JobEvent => ({ id, at: 0, type: "token", text });

/** A main process whose answers come when the test says so. */
function heldBack() {
  const answers: ((value: { job: Job; events: JobEvent[] }) => void)[] = [];
  const ask = (() => new Promise((resolve) => answers.push(resolve))) as unknown as Ask;
  return { store: createOpenJob(ask), answers };
}

test("what is said while a job opens is shown once, in order", async () => {
  const { store, answers } = heldBack();
  const shown = store.getState().show(job.id);
  for (const event of [word(2, "b"), word(3, "c")]) store.getState().onEvent({ jobId: job.id, event });
  answers[0]?.({ job, events: [word(1, "a"), word(2, "b")] });
  await shown;
  store.getState().onEvent({ jobId: job.id, event: word(4, "d") });
  expect(store.getState().blocks).toMatchObject([{ type: "words", text: "abcd" }]);
});

test("a missed event opens the job anew, and another job's events change nothing", async () => {
  const { store, answers } = heldBack();
  const shown = store.getState().show(job.id);
  answers[0]?.({ job, events: [word(1, "a")] });
  await shown;
  store.getState().onEvent({ jobId: "job_0000000000000002", event: word(2, "x") });
  expect(store.getState().blocks).toMatchObject([{ text: "a" }]);
  store.getState().onEvent({ jobId: job.id, event: word(3, "c") });
  expect(answers).toHaveLength(2);
});
