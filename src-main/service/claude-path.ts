import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";
import type { Probed } from "../brain/claude-cli/upkeep";
import { Failure } from "../failure";

/** Rejects with a sentence unless the Claude CLI is at this path and may be run. @param probe tells by asking it */
export async function checkClaudePath(program: string, probe: (path: string) => Promise<Probed>): Promise<void> {
  if (!path.isAbsolute(program)) throw new Failure("program_relative");
  const file = await stat(program).catch(() => undefined);
  if (!file) throw new Failure("program_missing");
  if (file.isDirectory()) throw new Failure("program_folder");
  await access(program, constants.X_OK).catch(() => {
    throw new Failure("program_not_runnable");
  });
  const found = await probe(program);
  if (found !== "cli") throw new Failure(found === "silent" ? "program_silent" : "not_the_cli");
}
