import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** A process, told from a later one that has its number by when it began, in the system's own words. */
export const ProcessIdentity = z.object({ pid: z.int().positive(), began: z.string() });
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** Where the system does not say when it began, as on Windows, `began` is empty. */
export function identify(pid: number): ProcessIdentity {
  return { pid, began: beganAt(pid) ?? "" };
}

/** Whether it is still there; false where the system did not say when it began. */
export function isThere({ pid, began }: ProcessIdentity): boolean {
  return began !== "" && beganAt(pid) === began;
}

function beganAt(pid: number): string | undefined {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // Field 22; the name in brackets before may hold blanks.
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    }
    if (process.platform === "win32") return undefined;
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}
