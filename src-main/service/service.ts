import type { BrainStatus } from "../../src-shared/brain-status";
import type { Brain } from "../brain/brain";
import type { Probed } from "../brain/claude-cli/upkeep";
import { type DemoUpstream, startDemo } from "../demo/demo";
import { createEndpoint } from "../endpoint/endpoint";
import { ownAddresses } from "../endpoint/gate/own-addresses";
import { createListeners } from "../listeners";
import type { Log } from "../logging/log";
import { fileFailure } from "../storage/failure";
import { type Assembly, assemble } from "./assembly";
import { checkClaudePath } from "./claude-path";
import { createEndpointPort } from "./endpoint-port";
import { createLanShare } from "./lan-share";
import { statusOf } from "./service-status";
import type { Stores } from "./stores";

/** The brain and its endpoint under one switch, with one state. The app and the headless entry both hold one. */
export interface Service extends Pick<Assembly, "brain" | "backends" | "agents" | "jobs"> {
  status(): BrainStatus;
  /** Returns the function that ends the subscription. */
  onStatus(listener: (status: BrainStatus) => void): () => void;
  /** Idempotent; the latest of `start` and `stop` wins. What goes wrong shows in the status. */
  start(): Promise<void>;
  /** To be called when the machine has slept. */
  wake(): void;
  /** Afterwards there is no endpoint and no `claude` process. */
  stop(): Promise<void>;
  /** Looks at once whether what was missing is there now. Resolves after the look. */
  look(): Promise<void>;
  /** What the program at this path is. */
  probe(path: string): Promise<Probed>;
  /** Uses the CLI at this path from now on. Rejects with a sentence when it is none. */
  chooseCli(path: string): Promise<void>;
  /** What is kept of what was said, beside the window's conversations. */
  held(): Promise<{ sessions: number; jobs: number }>;
  /** Cancels jobs at work, and forgets for good all sessions, jobs and responses. Rejects with a sentence. */
  forget(): Promise<void>;
  /** Lets the demo brain answer, or the person's own Claude again; at once where the brain is on. */
  setDemo(on: boolean): Promise<void>;
}

export interface ServiceOptions {
  stores: Stores;
  /** Brainstem's data folder. */
  home: string;
  version: string;
  /** Answer with the built-in demo brain: no account, no network. */
  demo: boolean;
  /** Wraps the brain that both the endpoint and the window use, e.g. to record its turns. */
  around?: (brain: Brain) => Brain;
  env: NodeJS.ProcessEnv;
  /** The machine's own addresses in its networks, unless they are to be asked of the system. */
  addresses?: () => string[];
  log: Log;
}

export function createService(options: ServiceOptions): Service {
  const { stores, home, version, env, log, around = (brain: Brain) => brain } = options;
  const { settings } = stores;
  const states = createListeners<BrainStatus>();
  let demoChosen = false;
  /** Between the demo and the person's own Claude. */
  let changing = false;
  let demoUpstream: DemoUpstream | undefined;
  let running = 0;
  let shown = "";

  const inDemo = (): boolean => options.demo || demoChosen;
  const demoNow = (): DemoUpstream | undefined => (inDemo() ? demoUpstream : undefined);
  const { claudeCli, front, backends, brain, agents, jobs, sessions } = assemble({
    stores,
    home,
    env,
    cliEnv: () => demoNow()?.env ?? env,
    demoUrl: () => demoNow()?.url,
    counts: () => !demoChosen,
    around,
    running: (count) => {
      running = count;
      tell();
    },
    log,
  });
  const endpoint = createEndpoint({
    brain,
    sessions,
    jobs,
    key: stores.key.get,
    status,
    settings: () => settings.get(),
    version,
    log,
  });
  const lan = createLanShare({
    endpoint,
    wanted: () => settings.get().endpoint.lan,
    key: stores.key.get,
    addresses: options.addresses ?? ownAddresses,
    changed: () => tell(),
  });
  const listening = createEndpointPort({
    endpoint,
    lan,
    wantedPort: () => (env["BRAINSTEM_PORT"] ? Number(env["BRAINSTEM_PORT"]) : settings.get().endpoint.port),
    again: () => void inTurn(openIfWanted),
    log,
  });
  front.onState(() => tell());

  function status(): BrainStatus {
    const more = {
      demo: inDemo(),
      ...(demoChosen ? { demoChosen } : {}),
      ...lan.status(),
      ...(!inDemo() && env["ANTHROPIC_BASE_URL"] ? { upstream: env["ANTHROPIC_BASE_URL"] } : {}),
    };
    return statusOf({ front: front.state(), listening, wanted, changing, running, more });
  }

  function tell(): void {
    const now = status();
    const text = JSON.stringify(now);
    if (text === shown) return;
    shown = text;
    if (now.state !== "busy") log.info("brain", { state: now.state, reason: now.reason });
    states.tell(now);
  }

  /** Starts and stops follow each other; each looks at what is wanted by then. */
  let wanted = false;
  let work = Promise.resolve();
  /** What one step throws is its caller's to hear, and keeps no later one from its work. */
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const done = work.then(step);
    work = done.catch((error: unknown) => log.error("service", { error: String(error) }));
    return done;
  };
  const openIfWanted = async (): Promise<void> => {
    if (wanted && listening.port() === undefined) await listening.open();
    tell();
  };
  const converge = (): Promise<void> =>
    inTurn(async () => {
      if (wanted && inDemo()) demoUpstream ??= await startDemo(home, env);
      if (wanted) {
        // The endpoint opens once the names of all models are known: an unknown one is an error that clients give up on.
        await Promise.all([front.start(), backends.start()]);
        await openIfWanted();
      } else {
        await Promise.all([listening.close(), jobs.stop()]);
        await Promise.all([front.stop(), backends.stop()]);
      }
      tell();
    });

  async function moveToPort(): Promise<void> {
    if (!wanted) return;
    await listening.close();
    await openIfWanted();
  }

  /** Puts another CLI in place. The endpoint stays open meanwhile: its callers get it with their next turn. */
  const exchange = async (put: () => void): Promise<void> => {
    changing = true;
    try {
      await Promise.all([jobs.stop(), front.stop()]);
      put();
      if (wanted) await front.start();
    } finally {
      changing = false;
    }
    tell();
  };
  const setDemo = (on: boolean): Promise<void> =>
    inTurn(async () => {
      if (on === demoChosen || options.demo) return;
      if (on) demoUpstream ??= await startDemo(home, env);
      await exchange(() => {
        demoChosen = on;
      });
    });
  const chooseCli = async (path: string): Promise<void> => {
    await checkClaudePath(path, claudeCli.probe);
    await settings.update({ brain: { claudePath: path } });
    await work;
  };

  let applied = settings.get();
  settings.onChange((changed) => {
    const before = applied;
    applied = changed;
    // Not behind a slow start: who closes it to the network wants that now.
    if (changed.endpoint.lan !== before.endpoint.lan) void lan.follow(listening.port());
    if (changed.endpoint.port !== before.endpoint.port) void inTurn(moveToPort).catch(() => {});
    if (changed.brain.claudePath !== before.brain.claudePath) void inTurn(() => exchange(() => {})).catch(() => {});
  });

  return {
    brain,
    backends,
    agents,
    jobs,
    status,
    onStatus: states.on,
    start() {
      wanted = true;
      return converge();
    },
    wake: () => claudeCli.wake(),
    stop() {
      wanted = false;
      // A program that hangs must not hold up the end.
      claudeCli.giveUp();
      return converge();
    },
    look: () => claudeCli.look(),
    probe: claudeCli.probe,
    chooseCli,
    setDemo,
    held: async () => ({ sessions: await sessions.count(), jobs: await jobs.count() }),
    async forget() {
      endpoint.forget();
      const ends = await Promise.allSettled([sessions.forgetAll(), jobs.removeAll()]);
      for (const end of ends) if (end.status === "rejected") throw fileFailure("said_undeleted", end.reason);
    },
  };
}
