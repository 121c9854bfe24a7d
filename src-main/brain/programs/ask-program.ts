import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { killGroup } from "./kill";

/** Characters of an answer; a program that says more is none that was looked for. */
const longestAnswer = 1_000_000;

export interface Asked {
  env: NodeJS.ProcessEnv;
  /** Milliseconds that it may take. */
  within: number;
  /** Ends the question early. */
  signal?: AbortSignal;
}

/** `said`: it ended by itself. `silent`: it did not end in time, and was made to. `unable`: it could not be started, or failed. */
export type Answer = { how: "said" | "silent" | "unable"; stdout: string };

/**
 * Runs a program for its answer on stdout. Never rejects, and resolves in time whatever the program does: one that hangs
 * is killed with all that it started. It runs in the folder for temporary files: a shim may choose by the folder.
 */
export function askProgram(path: string, args: string[], { env, within, signal }: Asked): Promise<Answer> {
  return new Promise((resolve) => {
    let stdout = "";
    const done = (how: Answer["how"]): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      resolve({ how, stdout });
    };
    const giveUp = (): void => {
      const code = child?.exitCode;
      if (child?.pid !== undefined) killGroup(child.pid, "SIGKILL");
      child?.stdout?.destroy();
      // It has ended, and something that it left behind holds its output open.
      done(code === 0 ? "said" : typeof code === "number" ? "unable" : "silent");
    };
    const timer = setTimeout(() => giveUp(), within);
    const child = start(path, args, env);
    if (!child) return done("unable");
    if (signal?.aborted) return giveUp();
    signal?.addEventListener("abort", giveUp);
    child.on("error", () => done("unable"));
    child.on("close", (code) => done(code === 0 ? "said" : "unable"));
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.length > longestAnswer) giveUp();
    });
  });
}

/** Undefined where the system refuses at once: a program that is being written just now. */
function start(path: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess | undefined {
  try {
    const detached = process.platform !== "win32";
    return spawn(path, args, {
      env,
      cwd: tmpdir(),
      stdio: ["ignore", "pipe", "ignore"],
      detached,
      windowsHide: true,
    });
  } catch {
    return undefined;
  }
}
