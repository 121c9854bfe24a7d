import { createStore } from "zustand";
import type { EventPayload } from "../../src-shared/ipc";
import type { Job, JobSummary } from "../../src-shared/jobs";
import type { Ask } from "./ask";
import { type JobBlock, withEvent } from "./job-blocks";

type Told = EventPayload<"job.event">;

export interface OpenJobState {
  /** The job that is shown; null: none. */
  id: string | null;
  phase: "loading" | "ready" | "failed";
  job: Job | null;
  blocks: JobBlock[];
  show(id: string | null): Promise<void>;
  onEvent(told: Told): void;
  onChanged(summary: JobSummary): void;
}

const nothing = { job: null, blocks: [] };

/** The job that is shown: opened from the main process, then grown by its events. */
export function createOpenJob(ask: Ask) {
  return createStore<OpenJobState>()((set, get) => {
    /** The number of the last event that is in the blocks. */
    let last = 0;
    let opening = 0;
    /** Heard while the job was being opened. */
    let waiting: Told[] | undefined;

    const open = async (id: string) => {
      const mine = ++opening;
      waiting = [];
      const opened = await ask("jobs.open", { id }).catch(() => undefined);
      if (mine !== opening) return;
      const missed = waiting;
      waiting = undefined;
      if (!opened) return set({ ...nothing, phase: "failed" });
      last = opened.events[opened.events.length - 1]?.id ?? 0;
      set({ job: opened.job, blocks: opened.events.reduce(withEvent, []), phase: "ready" });
      for (const told of missed) get().onEvent(told);
    };

    return {
      ...nothing,
      id: null,
      phase: "ready",
      async show(id) {
        opening++;
        waiting = undefined;
        last = 0;
        set({ ...nothing, id, phase: id ? "loading" : "ready" });
        if (id) await open(id);
      },
      onEvent(told) {
        const { id, phase } = get();
        if (told.jobId !== id || phase === "failed") return;
        if (waiting) return void waiting.push(told);
        if (told.event.id <= last) return;
        if (told.event.id > last + 1) return void open(id);
        last = told.event.id;
        set((state) => ({ blocks: withEvent(state.blocks, told.event) }));
      },
      onChanged({ prompt: _cut, ...summary }) {
        const { id, job } = get();
        if (summary.id !== id || !job) return;
        set({ job: { ...job, ...summary } });
        // Its tokens and whatever the program said come with its end.
        if (summary.status !== "running") void open(id);
      },
    };
  });
}
