import type { Workbench } from "../../agent-run";
import { markName } from "../../programs/process-tree";
import type { Effort } from "../../turn";
import { budgets } from "../process/flags";
import { cliEnvironment, safeArguments, startCli } from "../process/spawn";

/** Times that a model request which failed is made again: nobody sits before a job to do so. */
const retries = 3;

export interface AgentLaunch {
  path: string;
  model: string;
  effort: Effort;
  workbench: Workbench;
  /** Whether questions reach us; else what is not allowed is denied. */
  asks: boolean;
  /** US dollars; undefined where nothing bounds the process. */
  budgetUsd?: number;
  mark: string;
  /** A folder of its own for temporary files. */
  tmp: string;
  env: NodeJS.ProcessEnv;
}

/** Starts a CLI process that has tools, in its workspace. What the workspace holds in settings, hooks, servers and notes is not read. */
export function spawnAgent(launch: AgentLaunch): ReturnType<typeof startCli> {
  return startCli(launch.path, agentArguments(launch), launch.workbench.workspace, agentEnvironment(launch));
}

function agentArguments({ model, effort, workbench, asks, budgetUsd }: AgentLaunch): string[] {
  const { available, allowed } = sortTools(workbench.tools);
  return [
    ...safeArguments,
    ...(asks
      ? ["--permission-mode", "default", "--permission-prompt-tool", "stdio"]
      : ["--permission-mode", "dontAsk"]),
    ...["--tools", available.join(",")],
    ...(allowed.length > 0 ? ["--allowedTools", ...allowed] : []),
    ...(workbench.folders.length > 0 ? ["--add-dir", ...workbench.folders] : []),
    ...(budgetUsd === undefined ? [] : ["--max-budget-usd", String(budgetUsd)]),
    ...["--effort", effort === "medium" || effort === "high" ? effort : "low"],
    ...["--model", model],
  ];
}

/** Which tools there are at all, and which rules need no question. */
function sortTools(tools: readonly string[]): { available: string[]; allowed: string[] } {
  const names = tools.map((tool) => tool.replace(/[(?].*$/s, ""));
  return { available: [...new Set(names)], allowed: tools.filter((tool) => !tool.endsWith("?")) };
}

function agentEnvironment({ env, tmp, mark, effort, asks }: AgentLaunch): Record<string, string> {
  const built: Record<string, string> = {
    ...cliEnvironment(env, tmp),
    MAX_THINKING_TOKENS: String(budgets[effort]),
    // What it starts ends with it.
    CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: "1",
    CLAUDE_CODE_DISABLE_CLAUDE_MDS: "1",
    CLAUDE_CODE_DISABLE_AUTO_MEMORY: "1",
    [markName]: mark,
  };
  if (!asks) return built;
  // A job's history is nobody's but its own: the CLI may sum it up to go on.
  const { DISABLE_COMPACT: _, DISABLE_AUTO_COMPACT: __, ...job } = built;
  return { ...job, CLAUDE_CODE_MAX_RETRIES: String(retries) };
}
