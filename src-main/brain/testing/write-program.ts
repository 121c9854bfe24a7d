import { chmodSync, writeFileSync } from "node:fs";

/** Writes a script that can be run, for what real programs do not do at will. Returns its path. */
export function writeProgram(path: string, body: string, interpreter = "/bin/sh"): string {
  writeFileSync(path, `#!${interpreter}\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}
