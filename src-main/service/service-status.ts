import type { BrainStatus } from "../../src-shared/brain-status";
import type { DriverState } from "../brain/turn";
import type { EndpointPort } from "./endpoint-port";

/** What the one state of the brain and its endpoint is made of. */
export interface StatusParts {
  /** The Claude CLI's own. */
  front: DriverState;
  listening: Pick<EndpointPort, "port" | "problem">;
  /** Whether it is to be on. */
  wanted: boolean;
  /** Between the demo and the person's own Claude, or from one CLI to another. */
  changing: boolean;
  /** Turns that run. */
  running: number;
  /** What is so in every state. */
  more: Omit<BrainStatus, "state" | "baseUrl" | keyof DriverState>;
}

/** The state as it is told to people: ready only once the endpoint listens as well. */
export function statusOf({ front, listening, wanted, changing, running, more }: StatusParts): BrainStatus {
  const { state, ...details } = front;
  const port = listening.port();
  const always = { ...more, ...(port === undefined ? {} : { baseUrl: `http://127.0.0.1:${port}/v1` }) };
  if (state === "stopped" && changing) return { ...always, state: wanted ? "starting" : "stopped" };
  if (state !== "ready") return { ...always, ...details, state };
  const problem = listening.problem();
  if (problem) return { ...always, ...details, ...problem };
  if (port === undefined) return { ...always, ...details, state: "starting" };
  return { ...always, ...details, state: running > 0 ? "busy" : "ready" };
}
