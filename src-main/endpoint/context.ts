import type { BrainStatus } from "../../src-shared/brain-status";
import type { Settings } from "../../src-shared/settings";
import type { Brain } from "../brain/brain";
import type { Jobs } from "../jobs/jobs";
import type { Log } from "../logging/log";
import type { Sessions } from "../sessions/sessions";
import type { LiveTurns } from "./answer/live-turns";
import type { ResponseMemory } from "./responses/memory";
import type { Limits } from "./server/limits";

export interface EndpointDeps {
  brain: Pick<Brain, "run" | "models">;
  /** The key callers must show; an empty one refuses all. */
  key: () => string;
  status: () => BrainStatus;
  settings: () => Settings;
  version: string;
  log: Log;
  /** Conversations that are remembered here, by their callers' own names. */
  sessions: Sessions;
  /** Agents at work. */
  jobs: Pick<Jobs, "start" | "list" | "open" | "follow" | "cancel" | "confirm">;
  limits?: Partial<Limits>;
}

/** What the handlers work with. */
export interface EndpointContext extends EndpointDeps {
  limits: Limits;
  turns: LiveTurns;
  responses: ResponseMemory;
}
