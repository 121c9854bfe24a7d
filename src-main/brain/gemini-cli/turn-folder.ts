import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Effort, TurnRequest } from "../turn";
import { toSessionFile } from "./history";
import { toSettings } from "./settings";

/** What the model is told where the caller tells it nothing; the CLI's own prompt is that of a coding agent. */
const plainSystem = "You are a helpful assistant.";

/** A folder that lives as long as one turn, readable by its owner alone. */
export interface TurnFolder {
  /** Where the CLI runs: empty but for its settings. */
  cwd: string;
  /** Stands for the person's home folder, which the CLI neither reads nor writes. */
  home: string;
  tmp: string;
  session: string;
  system: string;
  remove(): Promise<void>;
}

/** Writes down all that a turn's process reads. Throws {@link BrainError} for what the CLI cannot take. */
export async function prepareTurnFolder(request: TurnRequest, effort: Effort, loginType: string): Promise<TurnFolder> {
  const session = toSessionFile(request.messages);
  const folder = await mkdtemp(join(tmpdir(), "brainstem-gemini-"));
  const made: TurnFolder = {
    cwd: join(folder, "chat"),
    home: join(folder, "home"),
    tmp: join(folder, "tmp"),
    session: join(folder, "session.jsonl"),
    system: join(folder, "system.md"),
    // Its files may still be on their way out on Windows, and a process that was ended may have just made one.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
  try {
    for (const path of [join(made.cwd, ".gemini"), made.home, made.tmp]) await mkdir(path, { recursive: true });
    await writeFile(join(made.cwd, ".gemini", "settings.json"), JSON.stringify(toSettings(request, effort, loginType)));
    await writeFile(made.session, session);
    await writeFile(made.system, request.system.filter((text) => text.trim()).join("\n\n") || plainSystem);
  } catch (error) {
    await made.remove();
    throw error;
  }
  return made;
}
