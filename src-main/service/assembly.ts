import path from "node:path";
import type { Backend } from "../../src-shared/backends";
import { AgentDriver } from "../agents/agent-driver";
import { type Agents, openAgents } from "../agents/agents";
import { WorkspaceLocks } from "../agents/workspace";
import { AnthropicApi } from "../brain/anthropic-api/driver";
import { type Backends, createBackends } from "../brain/backends";
import { type Brain, createBrain } from "../brain/brain";
import { ClaudeCli } from "../brain/claude-cli/driver";
import { GeminiCli } from "../brain/gemini-cli/driver";
import { OpenAiCompatible } from "../brain/openai-compatible/driver";
import { withStandIn } from "../brain/stand-in";
import type { Driver } from "../brain/turn";
import { createJobs, type Jobs } from "../jobs/jobs";
import type { Log } from "../logging/log";
import { createSessionFiles } from "../sessions/session-files";
import { createSessions, type Sessions } from "../sessions/sessions";
import type { Stores } from "./stores";
import { recordJob, recordUsage } from "./usage-recorder";

/** Everything that answers, put together. */
export interface Assembly {
  claudeCli: ClaudeCli;
  /** The Claude CLI as the brain sees it: in the demo, something answers even where there is no CLI. */
  front: Driver;
  backends: Backends;
  brain: Brain;
  agents: Agents;
  jobs: Jobs;
  sessions: Sessions;
}

export interface AssemblyOptions {
  stores: Stores;
  home: string;
  /** Brainstem's own environment. */
  env: NodeJS.ProcessEnv;
  /** The environment that the Claude CLI's own is made from. */
  cliEnv: () => NodeJS.ProcessEnv;
  /** The demo's address while it answers. */
  demoUrl: () => string | undefined;
  /** Whether what is used counts as usage. */
  counts: () => boolean;
  /** Wraps the brain that everybody uses, e.g. to record its turns. */
  around: (brain: Brain) => Brain;
  /** Told how many turns run. */
  running: (count: number) => void;
  log: Log;
}

export function assemble(options: AssemblyOptions): Assembly {
  const { stores, home, env, cliEnv, demoUrl, counts, around, running, log } = options;
  const settings = () => stores.settings.get();
  const claudeCli = new ClaudeCli({
    settings: () => settings().brain,
    env: cliEnv,
    chosenPath: env["BRAINSTEM_CLAUDE_PATH"] || undefined,
    home,
  });
  const front = withStandIn(claudeCli, demoUrl, (baseUrl) => {
    return new AnthropicApi({ id: claudeCli.name, key: () => "demo", baseUrl, models: () => [] });
  });
  const backends = createBackends({
    claudeCli: front,
    list: () => settings().backends.list,
    key: stores.secrets.get,
    make: (backend) => makeDriver(backend, stores, env),
  });
  const agents = openAgents(home);
  const locks = new WorkspaceLocks();
  const agentDriver = new AgentDriver({
    agents,
    brain: createBrain({ drivers: backends.drivers, settings, changed: () => {} }),
    backend: claudeCli,
    locks,
    defaultModel: () => settings().brain.model,
    home,
    env,
  });
  const drivers = () => [...backends.drivers(), agentDriver];
  const brain = around(recordUsage(createBrain({ drivers, settings, changed: running }), stores.usage, counts));
  return {
    claudeCli,
    front,
    backends,
    brain,
    agents,
    jobs: createJobs({
      ...{ home, agents, locks, settings, env, log },
      backend: claudeCli,
      ended: (job) => counts() && recordJob(job, stores.usage),
    }),
    sessions: createSessions({
      files: createSessionFiles(path.join(home, "sessions"), () => settings().sessions),
      brain,
      settings: () => settings().sessions,
    }),
  };
}

function makeDriver(backend: Backend, { settings, secrets }: Stores, env: NodeJS.ProcessEnv): Driver {
  const { id, kind, baseUrl, models, login } = backend;
  const effort = () => settings.get().brain.effort;
  const common = { id, key: () => secrets.get(id), models: () => models };
  switch (kind) {
    case "anthropic-api":
      return new AnthropicApi({ ...common, effort, ...(baseUrl ? { baseUrl } : {}) });
    case "openai-compatible":
      return new OpenAiCompatible({ ...common, baseUrl });
    case "gemini-cli":
      return new GeminiCli({
        ...common,
        effort,
        login,
        chosenPath: env["BRAINSTEM_GEMINI_PATH"] ?? "",
        env: () => env,
      });
  }
}
