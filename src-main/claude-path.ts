import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./failure";

/** Rejects with a sentence unless the Claude CLI is at this path and may be run. @param isCli tells by asking it */
export async function checkClaudePath(program: string, isCli: (path: string) => Promise<boolean>): Promise<void> {
  if (!path.isAbsolute(program)) throw new Failure("program_relative");
  const found = await stat(program).catch(() => undefined);
  if (!found) throw new Failure("program_missing");
  if (found.isDirectory()) throw new Failure("program_folder");
  await access(program, constants.X_OK).catch(() => {
    throw new Failure("program_not_runnable");
  });
  if (!(await isCli(program))) throw new Failure("not_the_cli");
}
