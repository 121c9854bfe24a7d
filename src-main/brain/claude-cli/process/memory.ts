import { readFileSync } from "node:fs";

const pageBytes = 4096;

/** Resident memory of a process in MiB, where the system tells it without another process (Linux). */
export function residentMiB(pid: number): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * pageBytes) / 2 ** 20;
  } catch {
    return undefined;
  }
}
