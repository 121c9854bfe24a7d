import type { BrainStatus } from "../../src-shared/brain-status";
import type { Endpoint } from "../endpoint/endpoint";
import { Failure } from "../failure";

/** Milliseconds between two looks at the machine's addresses: networks come and go. */
const lookEvery = 5000;
/** A shorter key could be guessed by a network that has the time; one that Brainstem made is longer. */
const shortestKey = 32;

/** Why the endpoint may not be opened to the network; undefined when it may. */
export function lanRefusal(key: string): Failure | undefined {
  return key.length >= shortestKey ? undefined : new Failure("lan_short_key", { least: shortestKey });
}

export interface LanShareDeps {
  endpoint: Pick<Endpoint, "share">;
  /** Whether the person wants it. */
  wanted: () => boolean;
  key: () => string;
  /** The machine's addresses at this moment. */
  addresses: () => string[];
  /** What {@link LanShare.status} says has changed. */
  changed: () => void;
}

/** Opens the endpoint to the network while that is wanted and the endpoint runs, at whatever addresses there are. */
export interface LanShare {
  /** Brings what is to what is wanted; `port`: where the endpoint listens, undefined when it does not. */
  follow(port: number | undefined): Promise<void>;
  status(): Pick<BrainStatus, "lan" | "lanProblem">;
}

export function createLanShare(deps: LanShareDeps): LanShare {
  let port: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let status: ReturnType<LanShare["status"]> = {};

  const look = async (): Promise<void> => {
    const wanted = port !== undefined && deps.wanted();
    const refused = wanted && lanRefusal(deps.key()) !== undefined;
    const at = await deps.endpoint.share(wanted && !refused ? deps.addresses() : []);
    const now = wanted ? { lan: at.map((address) => `http://${address}:${port}/v1`) } : {};
    const problem = refused ? "short_key" : wanted && at.length === 0 ? "no_network" : undefined;
    const next = { ...now, ...(problem ? ({ lanProblem: problem } as const) : {}) };
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    deps.changed();
  };

  return {
    async follow(listensAt) {
      port = listensAt;
      clearInterval(timer);
      timer = undefined;
      if (port !== undefined && deps.wanted()) timer = setInterval(() => void look(), lookEvery).unref();
      await look();
    },
    status: () => status,
  };
}
