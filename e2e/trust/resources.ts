import { readdirSync } from "node:fs";

/** How many files, sockets and pipes a process has open; Linux only. */
export function openFiles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}
