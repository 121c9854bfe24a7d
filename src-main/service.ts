import path from "node:path";
import type { BrainStatus } from "../src-shared/brain-status";
import { AgentDriver } from "./agents/agent-driver";
import { type Agents, openAgents } from "./agents/agents";
import { WorkspaceLocks } from "./agents/workspace";
import { type Brain, createBrain } from "./brain/brain";
import { ClaudeCli } from "./brain/claude-cli/driver";
import { type DemoUpstream, startDemo } from "./demo/demo";
import { createEndpoint } from "./endpoint/endpoint";
import { createJobs, type Jobs } from "./jobs/jobs";
import type { Log } from "./log";
import { createSessionFiles } from "./sessions/session-files";
import { createSessions } from "./sessions/sessions";
import type { SettingsStore } from "./storage/settings";

/** The brain and its endpoint under one switch, with one state. The app and the headless entry both hold one. */
export interface Service {
  brain: Brain;
  agents: Agents;
  jobs: Jobs;
  status(): BrainStatus;
  /** Returns the function that ends the subscription. */
  onStatus(listener: (status: BrainStatus) => void): () => void;
  /** Idempotent; the latest of `start` and `stop` wins. What goes wrong shows in the status. */
  start(): Promise<void>;
  /** Afterwards there is no endpoint and no `claude` process. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  settings: SettingsStore;
  /** The endpoint's key; an empty one refuses every request. */
  key: () => string;
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
  const { settings, key, home, version, demo, env, log, around = (brain: Brain) => brain } = options;
  let demoUpstream: DemoUpstream | undefined;
  const driver = new ClaudeCli({
    settings: () => settings.get().brain,
    env: () => demoUpstream?.env ?? env,
    chosenPath: env["BRAINSTEM_CLAUDE_PATH"] || undefined,
    home,
  });
  const listeners = new Set<(status: BrainStatus) => void>();
  let port: number | undefined;
  let portTaken: number | undefined;
  let running = 0;
  let shown = "";

  const agents = openAgents(home);
  const locks = new WorkspaceLocks();
  const agentDriver = new AgentDriver({
    agents,
    brain: createBrain({ drivers: () => [driver], settings: () => settings.get(), changed: () => {} }),
    backend: driver,
    locks,
    defaultModel: () => settings.get().brain.model,
    home,
    env,
  });
  const jobs = createJobs({ home, agents, backend: driver, locks, settings: () => settings.get(), env, log });

  const brain = around(
    createBrain({
      drivers: () => [driver, agentDriver],
      settings: () => settings.get(),
      changed: (count) => {
        running = count;
        tell();
      },
    }),
  );
  const sessions = createSessions({
    files: createSessionFiles(path.join(home, "sessions"), () => settings.get().sessions),
    brain,
    settings: () => settings.get().sessions,
  });
  const endpoint = createEndpoint({ brain, sessions, jobs, key, status, settings: () => settings.get(), version, log });
  driver.onState(() => tell());

  function status(): BrainStatus {
    const { state, ...details } = driver.state();
    const common = {
      demo,
      ...(port === undefined ? {} : { baseUrl: `http://127.0.0.1:${port}/v1` }),
      ...(!demo && env["ANTHROPIC_BASE_URL"] ? { upstream: env["ANTHROPIC_BASE_URL"] } : {}),
    };
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
      if (wanted && demo) demoUpstream ??= await startDemo(home, env);
      if (wanted) await Promise.all([driver.start(), port === undefined ? listen() : undefined]);
      else {
        await Promise.all([hangUp(), jobs.stop()]);
        await driver.stop();
      }
      tell();
    });
    return work;
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
