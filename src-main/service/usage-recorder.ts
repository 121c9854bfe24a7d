import type { Job } from "../../src-shared/jobs";
import { clientNames } from "../../src-shared/usage";
import type { Brain } from "../brain/brain";
import type { TurnEvent, TurnRequest } from "../brain/turn";
import { dayOf, type UsageStore } from "../storage/usage";

/** The same brain, with what each finished turn used kept in the store while it `counts`. */
export function recordUsage(brain: Brain, usage: UsageStore, counts: () => boolean): Brain {
  async function* run(request: TurnRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    let backend = "";
    let model = request.model;
    for await (const event of brain.run(request, signal)) {
      if (event.type === "accepted") {
        backend = event.backend;
        model = event.model ?? model;
      } else if (event.type === "done" && counts()) {
        const { promptTokens, cachedTokens, completionTokens, costUsd = 0 } = event.usage;
        const who = { day: dayOf(new Date()), backend, model, client: clientName(request.caller.name) };
        usage.add({ ...who, turns: 1, promptTokens, cachedTokens, completionTokens, costUsd });
      }
      yield event;
    }
  }
  return { ...brain, run };
}

/** Keeps what a job used: one turn of its agent. */
export function recordJob({ agent, model, usage, costUsd }: Job, store: UsageStore): void {
  const cachedTokens = usage.cacheReadTokens;
  const promptTokens = usage.inputTokens + cachedTokens + usage.cacheCreationTokens;
  const who = { day: dayOf(new Date()), backend: "claude-cli", model, client: `${clientNames.jobsOf}${agent}` };
  store.add({ ...who, turns: 1, promptTokens, cachedTokens, completionTokens: usage.outputTokens, costUsd });
}

/** A `User-Agent` without its version: each release of a client would be a row of its own. */
function clientName(userAgent: string): string {
  return (
    userAgent
      .replace(/\/?\s*v?\d+(\.\d+)*[^\s)]*/, "")
      .trim()
      .slice(0, 80) || clientNames.unknown
  );
}
