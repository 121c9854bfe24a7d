import { readdirSync, readFileSync } from "node:fs";

/** Brainstem and the CLI processes that it has started, as the system counts them. */
export interface ProcessTree {
  processes: number;
  residentMiB: number;
  /** Processor time used by now, in clock ticks. */
  ticks: number;
}

const pageBytes = 4096;

/** The process with this id and its children; undefined where the system has no /proc. */
export function readTree(pid: number): ProcessTree | undefined {
  if (process.platform !== "linux") return undefined;
  const tree = { processes: 0, residentMiB: 0, ticks: 0 };
  for (const name of readdirSync("/proc")) {
    const fields = /^\d+$/.test(name) ? readFields(name) : undefined;
    // Counted behind the name: parent is the second, times the 12th and 13th, resident pages the 22nd.
    if (!fields || (Number(name) !== pid && Number(fields[1]) !== pid)) continue;
    tree.processes += 1;
    tree.residentMiB += (Number(fields[21]) * pageBytes) / 2 ** 20;
    tree.ticks += Number(fields[11]) + Number(fields[12]);
  }
  return tree;
}

function readFields(pid: string): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** Milliseconds. */
export const pause = { least: 200, most: 2000, look: 50 };

/**
 * Waits as long as a conversation would at least: until Brainstem has its spares back, seen by its processes using no
 * processor time any more; where that cannot be seen, a second.
 */
export async function settle(pid: number): Promise<void> {
  const began = performance.now();
  await sleep(pause.least);
  let before = readTree(pid);
  if (!before) return sleep(1000 - pause.least);
  for (let quiet = 0; quiet < 2 && performance.now() - began < pause.most; ) {
    await sleep(pause.look);
    const now = readTree(pid);
    quiet = now && now.ticks - before.ticks <= 1 && now.processes === before.processes ? quiet + 1 : 0;
    before = now ?? before;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
