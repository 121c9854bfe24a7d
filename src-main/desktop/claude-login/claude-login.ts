import { spawn } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../../failure";
import { type Launch, linuxTerminals, macScript, windowsTerminal } from "./terminals";

/**
 * Opens a terminal that runs `claude auth login`.
 * @param claude path of the CLI, or "claude".
 * @param folder where a script may be kept.
 * Rejects with a sentence that names the command when no terminal can be opened.
 */
export async function logInWithTerminal(claude: string, folder: string): Promise<void> {
  for (const launch of await launches(claude, folder)) {
    if (await starts(launch)) return;
  }
  throw new Failure("no_terminal");
}

async function launches(claude: string, folder: string): Promise<Launch[]> {
  if (process.platform === "win32") {
    const launch = windowsTerminal(claude);
    return launch ? [launch] : [];
  }
  if (process.platform !== "darwin") return linuxTerminals(claude);
  const script = join(folder, "log-in.command");
  await writeFile(script, macScript(claude), { mode: 0o700 });
  await chmod(script, 0o700);
  return [["open", script]];
}

/** Whether the program exists and could be started; it lives on by itself. */
function starts([program, ...args]: Launch): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      detached: true,
      stdio: "ignore",
      windowsVerbatimArguments: process.platform === "win32",
    });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
