import type { BrainStatus } from "../../src-shared/brain-status";
import type { Endpoint } from "../endpoint/endpoint";
import type { Log } from "../logging/log";
import type { LanShare } from "./lan-share";

/** The port that the endpoint listens on while the brain is on. One that is taken is tried until it is free. */
export interface EndpointPort {
  /** Undefined while it is closed. */
  port(): number | undefined;
  /** What a person has to know where the port is taken. */
  problem(): Pick<BrainStatus, "state" | "code" | "reason" | "help"> | undefined;
  /** Opens it, or comes to nothing where the port is taken. */
  open(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  endpoint: Pick<Endpoint, "start" | "stop">;
  lan: Pick<LanShare, "follow">;
  wantedPort: () => number;
  /** It is time for another attempt, or for none. */
  again: () => void;
  log: Log;
}

/** Milliseconds after which a taken port is tried again. */
const againMs = 3000;

export function createEndpointPort({ endpoint, lan, wantedPort, again, log }: Parts): EndpointPort {
  let port: number | undefined;
  let taken: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    port: () => port,
    problem: () => (taken === undefined ? undefined : portTaken(taken)),
    async open() {
      const wanted = wantedPort();
      clearTimeout(timer);
      try {
        ({ port } = await endpoint.start(wanted));
        taken = undefined;
      } catch (error) {
        if (taken !== wanted) log.warn("endpoint", { port: wanted, error: String(error) });
        taken = wanted;
        timer = setTimeout(again, againMs);
      }
      await lan.follow(port);
    },
    async close() {
      clearTimeout(timer);
      port = undefined;
      taken = undefined;
      await endpoint.stop();
      await lan.follow(undefined);
    },
  };
}

function portTaken(port: number): Pick<BrainStatus, "state" | "code" | "reason" | "help"> {
  return {
    state: "error",
    code: "port_taken",
    reason: `port ${port} is taken`,
    help: `Another program listens on port ${port}. End it, or choose another port under Settings. Brainstem goes on by itself once the port is free.`,
  };
}
