import { type FSWatcher, mkdirSync, readdirSync, readFileSync, statSync, watch } from "node:fs";
import { unlink } from "node:fs/promises";
import path from "node:path";
import { Agent, type AgentList, AgentName } from "../../src-shared/agents";
import { Failure } from "../failure";
import { createListeners } from "../listeners";
import { codeOf, fileFailure } from "../storage/failure";
import { Queue } from "../storage/queue";
import { replaceFile } from "../storage/replace-file";
import { readAgent, writeAgent } from "./agent-file";
import { conversational } from "./conversational";
import { problemOf, UnreadableAgent } from "./file-problem";

/** The agents that a person made, in the window or as files. */
export interface Agents {
  /** As the files are now: a file changed by hand counts at once. By name. */
  list(): AgentList;
  get(name: string): Agent | undefined;
  /** Makes or replaces one; `was` is the name it had before. Rejects with a sentence. */
  save(agent: Agent, was?: string): Promise<void>;
  /** Rejects with a sentence. */
  remove(name: string): Promise<void>;
  /** Returns the function that ends the subscription. */
  onChange(listener: (list: AgentList) => void): () => void;
  close(): void;
}

const extension = ".md";
const largestFile = 1024 * 1024;
/** Milliseconds: an editor's save is several changes of the folder. */
const settle = 60;

type Problem = ReturnType<typeof problemOf>;
type Read = { stamp: string } & ({ agent: Agent } | { problem: Problem });

/** Opens the folder `agents` in `home`; makes it when it is not there. */
export function openAgents(home: string): Agents {
  const folder = path.join(home, "agents");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = new Map<string, Read>();
  const changes = createListeners<AgentList>();
  const queue = new Queue();
  let told = JSON.stringify(list());
  let timer: NodeJS.Timeout | undefined;
  const watcher = watchFolder(folder, () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, settle);
  });

  /** Reads what has changed since the last look. */
  function look(): void {
    const names = filesIn(folder);
    for (const known of files.keys()) if (!names.includes(known)) files.delete(known);
    for (const file of names) {
      const { mtimeMs, size, ino } = statSync(path.join(folder, file), { throwIfNoEntry: false }) ?? {};
      const stamp = `${mtimeMs} ${size} ${ino}`;
      if (files.get(file)?.stamp !== stamp) files.set(file, { stamp, ...read(path.join(folder, file), size ?? 0) });
    }
  }

  function list(): AgentList {
    look();
    const read = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      agents: [
        { ...conversational, builtIn: true },
        ...read.flatMap(([, found]) => ("agent" in found ? [{ ...found.agent, builtIn: false }] : [])),
      ],
      problems: read.flatMap(([file, found]) => ("problem" in found ? [{ file, ...found.problem }] : [])),
    };
  }

  function tell(): void {
    const now = list();
    const text = JSON.stringify(now);
    if (text === told) return;
    told = text;
    changes.tell(now);
  }

  return {
    list,
    get(name) {
      const found = list().agents.find((agent) => agent.name === name);
      if (!found) return undefined;
      const { builtIn: _, ...agent } = found;
      return agent;
    },
    save: (agent, was = agent.name) =>
      queue.run(async () => {
        const checked = Agent.parse(agent);
        refuseBuiltIn(checked.name);
        const { agents, problems } = list();
        const taken = [...agents.map(({ name }) => name + extension), ...problems.map(({ file }) => file)];
        if (was !== checked.name && taken.includes(checked.name + extension))
          throw new Failure("agent_taken", { name: checked.name });
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        await replaceFile(path.join(folder, checked.name + extension), writeAgent(checked)).catch((error: unknown) => {
          throw fileFailure("agent_unsaved", error);
        });
        if (was !== checked.name && AgentName.safeParse(was).success) await erase(path.join(folder, was + extension));
        tell();
      }),
    remove: (name) =>
      queue.run(async () => {
        refuseBuiltIn(name);
        await erase(path.join(folder, AgentName.parse(name) + extension));
        tell();
      }),
    onChange: changes.on,
    close() {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

/** The names of all agents' files; none where the folder has been taken away. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(extension));
  } catch {
    return [];
  }
}

function read(file: string, size: number): { agent: Agent } | { problem: Problem } {
  const name = path.basename(file, extension);
  try {
    if (!AgentName.safeParse(name).success)
      throw new UnreadableAgent("name", "its name must be lower-case letters, digits and dashes, and .md");
    if (name === conversational.name)
      throw new UnreadableAgent("built_in", "this agent is built in; give the file another name");
    if (size > largestFile) throw new UnreadableAgent("too_large", "it is larger than 1 MiB");
    return { agent: readAgent(name, readFileSync(file, "utf8")) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function refuseBuiltIn(name: string): void {
  if (name === conversational.name) throw new Failure("agent_built_in", { name });
}

async function erase(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw fileFailure("agent_unremoved", error);
  });
}

/** Where a folder cannot be watched, its files are still looked at whenever someone asks. */
function watchFolder(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    return watch(folder, { persistent: false }, changed).on("error", () => {});
  } catch {
    return undefined;
  }
}
