import { spawn } from "node:child_process";
import { userInfo } from "node:os";

const longest = 3000;
/** Start-up files print greetings: only what stands between these is the answer. */
const [before, after] = ["<<brainstem:", ":brainstem>>"];

/**
 * The PATH of the person's login shell, as a terminal has it; a program that was started from a dock gets a short one.
 * Empty where there is no such shell or it does not answer within three seconds.
 */
export function loginShellPath(env: NodeJS.ProcessEnv): Promise<string> {
  const shell = env["SHELL"] || ownShell();
  if (!shell || process.platform === "win32") return Promise.resolve("");
  return new Promise((resolve) => {
    // A session of its own: an interactive shell must not reach for the terminal that Brainstem was started in.
    const child = spawn(shell, ["-ilc", `printf '%s' "${before}$PATH${after}"`], {
      env,
      detached: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    const timer = setTimeout(() => endGroup(child.pid), longest);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-100_000);
    });
    child.once("error", () => done(""));
    child.once("close", () => done(said));
    function done(text: string): void {
      clearTimeout(timer);
      const start = text.lastIndexOf(before);
      const end = text.indexOf(after, start);
      resolve(start < 0 || end < 0 ? "" : text.slice(start + before.length, end));
    }
  });
}

function ownShell(): string {
  try {
    return userInfo().shell ?? "";
  } catch {
    return "";
  }
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}
