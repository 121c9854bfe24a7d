import type { BrainStatus } from "../../src-shared/brain-status";
import type { Settings } from "../../src-shared/settings";
import type { Brain } from "../brain/brain";
import type { Log } from "../log";
import type { Limits } from "./limits";
import type { LiveTurns } from "./live-turns";

export interface EndpointDeps {
  brain: Pick<Brain, "run" | "models">;
  /** The key callers must show; an empty one refuses all. */
  key: () => string;
  status: () => BrainStatus;
  settings: () => Settings;
  version: string;
  log: Log;
  limits?: Partial<Limits>;
}

/** What the handlers work with. */
export interface EndpointContext extends EndpointDeps {
  limits: Limits;
  turns: LiveTurns;
}
