import type { BrainStatus } from "../src-shared/brain-status";
import { type Assembly, assemble } from "./assembly";
import type { Brain } from "./brain/brain";
import { type DemoUpstream, startDemo } from "./demo/demo";
import { createEndpoint } from "./endpoint/endpoint";
import { Failure } from "./failure";
import type { Log } from "./log";
import type { Stores } from "./stores";

/** The brain and its endpoint under one switch, with one state. The app and the headless entry both hold one. */
export interface Service extends Pick<Assembly, "brain" | "backends" | "agents" | "jobs"> {
  status(): BrainStatus;
  /** Returns the function that ends the subscription. */
  onStatus(listener: (status: BrainStatus) => void): () => void;
  /** Idempotent; the latest of `start` and `stop` wins. What goes wrong shows in the status. */
  start(): Promise<void>;
  /** Afterwards there is no endpoint and no `claude` process. */
  stop(): Promise<void>;
  /** Looks at once whether what was missing is there now. Resolves after the look. */
  look(): Promise<void>;
  /** Uses the CLI at this path from now on. Rejects with a sentence when it is none. */
  chooseCli(path: string): Promise<void>;
  /** Lets the demo brain answer, or the person's own Claude again; at once where the brain is on. */
  useDemo(on: boolean): Promise<void>;
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
  log: Log;
}

export function createService(options: ServiceOptions): Service {
  const { stores, home, version, env, log, around = (brain: Brain) => brain } = options;
  const { settings } = stores;
  const listeners = new Set<(status: BrainStatus) => void>();
  let demoChosen = false;
  /** Between the demo and the person's own Claude. */
  let changing = false;
  let demoUpstream: DemoUpstream | undefined;
  let port: number | undefined;
  let portTaken: number | undefined;
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
  front.onState(() => tell());

  function status(): BrainStatus {
    const { state, ...details } = front.state();
    const common = {
      demo: inDemo(),
      ...(demoChosen ? { demoChosen } : {}),
      ...(port === undefined ? {} : { baseUrl: `http://127.0.0.1:${port}/v1` }),
      ...(!inDemo() && env["ANTHROPIC_BASE_URL"] ? { upstream: env["ANTHROPIC_BASE_URL"] } : {}),
    };
    if (state === "stopped" && changing) return { ...common, state: wanted ? "starting" : "stopped" };
    if (state === "ready" && portTaken !== undefined) return { ...common, ...details, ...portTakenState(portTaken) };
    if (state === "ready" && port === undefined) return { ...common, ...details, state: "starting" };
    return { ...common, ...details, state: state === "ready" && running > 0 ? "busy" : state };
  }

  function tell(): void {
    const now = status();
    const text = JSON.stringify(now);
    if (text === shown) return;
    shown = text;
    if (now.state !== "busy") log.info("brain", { state: now.state, reason: now.reason });
    for (const listener of listeners) listener(now);
  }

  async function listen(): Promise<void> {
    const wanted = env["BRAINSTEM_PORT"] ? Number(env["BRAINSTEM_PORT"]) : settings.get().endpoint.port;
    portTaken = undefined;
    try {
      ({ port } = await endpoint.start(wanted));
    } catch (error) {
      portTaken = wanted;
      log.warn("endpoint", { port: wanted, error: String(error) });
    }
    tell();
  }

  async function hangUp(): Promise<void> {
    port = undefined;
    portTaken = undefined;
    await endpoint.stop();
  }

  /** Starts and stops follow each other; each looks at what is wanted by then. */
  let wanted = false;
  let work = Promise.resolve();
  const converge = (): Promise<void> => {
    work = work.then(async () => {
      if (wanted && inDemo()) demoUpstream ??= await startDemo(home, env);
      if (wanted) {
        // The endpoint opens once the names of all models are known: an unknown one is an error that clients give up on.
        await Promise.all([front.start(), backends.start()]);
        if (port === undefined) await listen();
      } else {
        await Promise.all([hangUp(), jobs.stop()]);
        await Promise.all([front.stop(), backends.stop()]);
      }
      tell();
    });
    return work;
  };

  /** Puts another CLI in place. The endpoint stays open meanwhile: its callers get it with their next turn. */
  const exchange = async (put: () => void): Promise<void> => {
    changing = true;
    await Promise.all([jobs.stop(), front.stop()]);
    put();
    if (wanted) await front.start();
    changing = false;
    tell();
  };
  const useDemo = (on: boolean): Promise<void> => {
    const done = work.then(async () => {
      if (on === demoChosen || options.demo) return;
      if (on) demoUpstream ??= await startDemo(home, env);
      await exchange(() => {
        demoChosen = on;
      });
    });
    work = done.catch(() => {});
    return done;
  };
  const chooseCli = async (path: string): Promise<void> => {
    if (!(await claudeCli.isCli(path))) throw new Failure("not_the_cli");
    await settings.update({ brain: { claudePath: path } });
    work = work.then(() => exchange(() => {}));
    await work;
  };

  let wantedPort = settings.get().endpoint.port;
  settings.onChange((changed) => {
    if (changed.endpoint.port === wantedPort) return;
    wantedPort = changed.endpoint.port;
    work = work.then(async () => {
      if (!wanted) return;
      await hangUp();
      await listen();
    });
  });

  return {
    brain,
    backends,
    agents,
    jobs,
    status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      wanted = true;
      return converge();
    },
    stop() {
      wanted = false;
      return converge();
    },
    look: () => claudeCli.look(),
    chooseCli,
    useDemo,
  };
}

function portTakenState(port: number): Pick<BrainStatus, "state" | "code" | "reason" | "help"> {
  return {
    state: "error",
    code: "port_taken",
    reason: `port ${port} is taken`,
    help: `Another program listens on port ${port}. End it and start the brain again, or choose another port under Settings.`,
  };
}
