import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings, type Settings } from "../../../src-shared/settings";
import type { Recorded, Respond } from "../../demo/messages-api";
import { type StandIn, startStandIn } from "../../demo/stand-in";
import type { AgentBackend } from "../agent-run";
import { type Brain, createBrain } from "../brain";
import { ClaudeCli } from "../claude-cli/driver";
import type { DriverState, TurnEvent, TurnRequest } from "../turn";

/** A brain on the real Claude CLI that talks to a scripted Messages API on loopback. */
export interface RealBrain {
  brain: Brain;
  state: () => DriverState;
  agents: Pick<AgentBackend, "runAgent">;
  upstream: StandIn;
  /** Running CLI processes, as the operating system knows them, are looked up by this. */
  home: string;
  /** Tells the driver that the machine has slept. */
  wake: () => void;
  close(): Promise<void>;
}

/** The CLIs that tests run on: the newest, and the oldest allowed. The test command installs both. */
export const clis = {
  newest: process.env["BRAINSTEM_CLAUDE_PATH"] ?? "claude",
  oldest: process.env["BRAINSTEM_OLDEST_CLAUDE_PATH"] ?? "claude-oldest",
};

export async function startRealBrain(options: {
  respond: Respond;
  cli?: string;
  settings?: Partial<Settings["brain"]>;
  env?: NodeJS.ProcessEnv;
}): Promise<RealBrain> {
  const home = mkdtempSync(join(tmpdir(), "brainstem-test-"));
  const upstream = await startStandIn({ respond: options.respond });
  const settings = {
    ...defaultSettings().brain,
    ...options.settings,
  };
  const driver = new ClaudeCli({
    settings: () => settings,
    env: () => ({
      PATH: process.env["PATH"],
      HOME: home,
      ANTHROPIC_BASE_URL: upstream.url,
      CLAUDE_CODE_OAUTH_TOKEN: "sk-ant-oat01-test",
      ...options.env,
    }),
    chosenPath: options.cli ?? clis.newest,
    home,
  });
  const all = { ...defaultSettings(), brain: settings };
  const brain = createBrain({ drivers: () => [driver], settings: () => all, changed: () => {} });
  await driver.start();
  return {
    brain,
    state: () => driver.state(),
    agents: driver,
    upstream,
    home,
    wake: () => driver.wake(),
    async close() {
      await driver.stop();
      await upstream.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A request with the defaults of one that only says something. */
export function ask(messages: TurnRequest["messages"], more: Partial<TurnRequest> = {}): TurnRequest {
  return {
    caller: { kind: "http", name: "test" },
    model: "claude-sonnet-4-6",
    system: ["Be brief."],
    messages,
    tools: [],
    toolChoice: { mode: "auto" },
    parallelToolCalls: true,
    stop: [],
    thinking: false,
    ...more,
  };
}

export const user = (text: string): TurnRequest["messages"][number] => ({
  role: "user",
  content: [{ type: "text", text }],
});
export const assistant = (text: string): TurnRequest["messages"][number] => ({
  role: "assistant",
  text,
  toolCalls: [],
});

/** Runs a turn to its end. */
export async function listen(
  brain: Brain,
  request: TurnRequest,
  signal = new AbortController().signal,
): Promise<TurnEvent[]> {
  const events: TurnEvent[] = [];
  for await (const event of brain.run(request, signal)) events.push(event);
  return events;
}

export const textOf = (events: TurnEvent[]): string =>
  events.map((event) => (event.type === "text" ? event.text : "")).join("");

export function warmth(events: TurnEvent[]): string | undefined {
  return events.flatMap((event) => (event.type === "accepted" ? [event.warm] : [])).pop();
}

/** What reached the API, without what the CLI adds of its own: reminders, cache marks, a joined result's line break. */
export function seenUpstream(recorded: Recorded | undefined): { role: string; content: unknown[] }[] {
  return (recorded?.body.messages ?? [])
    .map(({ role, content }) => ({
      role,
      content: (typeof content === "string" ? [{ type: "text", text: content }] : content)
        .map(clean)
        .filter((block) => block !== undefined),
    }))
    .filter(({ content }) => content.length > 0);
}

function clean(block: Record<string, unknown>): unknown {
  const { cache_control: _, ...rest } = block;
  if (rest["type"] === "text") return String(rest["text"]).startsWith("<system-reminder>") ? undefined : rest;
  if (rest["type"] !== "tool_result" || !Array.isArray(rest["content"])) return rest;
  return {
    ...rest,
    content: rest["content"]
      .map((inner) => clean(inner as Record<string, unknown>))
      .filter((inner) => inner !== undefined),
  };
}
