import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../failure";
import { identify, isThere, ProcessIdentity } from "../process-identity";
import { codeOf } from "./failure";

/**
 * Keeps a data folder for one Brainstem at a time: two would overwrite each other's settings. Returns the function that
 * gives it back; what a killed one left is taken over. Throws a sentence that names who has it. A folder that cannot be
 * written to now is nobody's to lock.
 */
export function lockHome(home: string): () => void {
  const file = path.join(home, "brainstem.lock");
  const me = identify(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(me), { flag: "wx", mode: 0o600 });
      return () => {
        if (readOwner(file)?.pid === process.pid) remove(file);
      };
    } catch (error) {
      if (codeOf(error) !== "EEXIST") return () => {};
    }
    const owner = readOwner(file);
    if (owner && owner.pid !== process.pid && isAlive(owner))
      throw new Failure("home_taken", { pid: owner.pid, folder: home });
    remove(file);
  }
  return () => {};
}

function readOwner(file: string): ProcessIdentity | undefined {
  try {
    return ProcessIdentity.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

function isAlive(owner: ProcessIdentity): boolean {
  if (process.platform !== "win32") return isThere(owner);
  try {
    // Windows does not say when a process began.
    process.kill(owner.pid, 0);
    return true;
  } catch {
    return false;
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Somebody else took it away, or it lies on a disk that refuses.
  }
}
