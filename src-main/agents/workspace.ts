import { mkdirSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { Agent } from "../../src-shared/agents";

/**
 * The folder that an agent works in, as it really is (links followed). Its own one is made when it is needed.
 * Throws an Error with a sentence when there is none.
 */
export function findWorkspace({ name, workspace }: Agent, home: string, env: NodeJS.ProcessEnv): string {
  const own = path.join(home, "workspaces", name);
  if (workspace === "") mkdirSync(own, { recursive: true, mode: 0o700 });
  return existingFolder(workspace === "" ? own : expand(workspace, env), "workspace");
}

/** The agent's other folders. Throws an Error with a sentence for one that is not there. */
export function findFolders({ folders }: Agent, env: NodeJS.ProcessEnv): string[] {
  return folders.map((folder) => existingFolder(expand(folder, env), "folder"));
}

function expand(folder: string, env: NodeJS.ProcessEnv): string {
  const person = env["HOME"] || env["USERPROFILE"] || homedir();
  return path.resolve(/^~[\\/]/.test(folder) ? path.join(person, folder.slice(2)) : folder);
}

function existingFolder(folder: string, what: string): string {
  try {
    if (statSync(folder).isDirectory()) return realpathSync(folder);
  } catch {
    // Told below.
  }
  throw new Error(`The agent's ${what} ${folder} is not a folder that can be opened.`);
}

/** Lets one agent at a time work in a folder, or in any folder inside it. */
export class WorkspaceLocks {
  private readonly held = new Set<string>();

  /** The function that frees the folder, or undefined while another works there. */
  take(folder: string): (() => void) | undefined {
    if ([...this.held].some((other) => contains(other, folder) || contains(folder, other))) return undefined;
    this.held.add(folder);
    return () => this.held.delete(folder);
  }
}

function contains(outer: string, inner: string): boolean {
  const way = path.relative(outer, inner);
  return way === "" || !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}
