import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";

export interface Process {
  pid: number;
  /** File name of its program, e.g. `claude`. */
  program: string;
}

/**
 * All processes whose environment has `HOME` set to this folder: the app's, its children and what they left behind,
 * whoever their parent is by now.
 */
export function processesOf(userHome: string): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const environment = readFileSync(`/proc/${name}/environ`, "utf8").split("\0");
        if (!environment.includes(`HOME=${userHome}`)) return [];
        return [{ pid: Number(name), program: basename(readlinkSync(`/proc/${name}/exe`)) }];
      } catch {
        // It ended meanwhile, or is someone else's.
        return [];
      }
    });
}

export function claudeProcessesOf(userHome: string): Process[] {
  return processesOf(userHome).filter(({ program }) => program.startsWith("claude"));
}
