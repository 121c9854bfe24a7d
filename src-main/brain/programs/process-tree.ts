import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { killGroup } from "./kill";

/** Name of the variable that marks every process of an agent's run. */
export const markName = "BRAINSTEM_RUN";

/** Looks for survivors so often: a process may start another while it is being ended. */
const rounds = 100;
const betweenRounds = 20;

interface Row {
  pid: number;
  parent: number;
}

/**
 * Ends all processes of a run and resolves when none is left: those below `root`, and on Linux every one that carries
 * the mark, also in a session of its own or without a living parent.
 */
export async function endTree(root: number | undefined, mark: string): Promise<void> {
  if (process.platform === "win32") {
    if (root !== undefined) killGroup(root, "SIGKILL");
    return;
  }
  for (let round = 0; round < rounds; round += 1) {
    const found = await findTree(root, mark);
    if (found.size === 0) return;
    for (const pid of found) signal(pid);
    await sleep(betweenRounds);
  }
}

/** The living processes of a run, its first one included. */
export async function findTree(root: number | undefined, mark: string): Promise<Set<number>> {
  const rows = process.platform === "linux" ? await readProc() : await askPs();
  const found = new Set<number>();
  if (root !== undefined && rows.some(({ pid }) => pid === root)) found.add(root);
  if (process.platform === "linux")
    for (const { pid } of rows) if (!found.has(pid) && (await carries(pid, mark))) found.add(pid);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of rows)
      if (found.has(parent) && !found.has(pid)) {
        found.add(pid);
        grown = true;
      }
  }
  found.delete(process.pid);
  return found;
}

/** All processes but those that are dead and only wait to be noticed. */
async function readProc(): Promise<Row[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const rows = await Promise.all(pids.map(readStat));
  return rows.filter((row): row is Row => row !== undefined);
}

async function readStat(pid: number): Promise<Row | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name in brackets before may hold blanks.
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? undefined : { pid, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

async function carries(pid: number, mark: string): Promise<boolean> {
  try {
    const environment = await readFile(`/proc/${pid}/environ`, "latin1");
    return `\0${environment}\0`.includes(`\0${markName}=${mark}\0`);
  } catch {
    // Another person's, or just gone.
    return false;
  }
}

function askPs(): Promise<Row[]> {
  return new Promise((resolve) => {
    execFile("ps", ["-A", "-o", "pid=,ppid=,stat="], (_error, stdout) =>
      resolve(
        stdout.split("\n").flatMap((line) => {
          const [pid, parent, state] = line.trim().split(/\s+/);
          return pid && parent && !state?.startsWith("Z") ? [{ pid: Number(pid), parent: Number(parent) }] : [];
        }),
      ),
    );
  });
}

function signal(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}
