import type { Jobs } from "../../jobs/jobs";
import type { HandlersOf } from "../ipc/ipc";

export function jobHandlers(jobs: Jobs): HandlersOf<"jobs"> {
  return {
    "jobs.list": ({ limit }) => jobs.list(limit),
    "jobs.open": ({ id }) => jobs.open(id),
    "jobs.start": async (asked) => ({ id: (await jobs.start(asked)).id }),
    "jobs.cancel": async ({ id }) => {
      await jobs.cancel(id);
    },
    "jobs.confirm": ({ id, questionId, allow, message }) => jobs.confirm(id, questionId, allow, message),
  };
}
