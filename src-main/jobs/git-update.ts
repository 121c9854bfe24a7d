import { spawn } from "node:child_process";
import { everyday, pick } from "../brain/programs/environment";

/** What git needs of the environment; nothing that lets it open a dialog. */
const inherited = [...everyday, "PATH", "XDG_CONFIG_HOME", "SSH_AUTH_SOCK", "SSL_CERT_FILE", "GIT_SSL_CAINFO"];

const longestWords = 500;

/**
 * Brings a checkout up to date. Asks nobody anything and runs none of the checkout's own hooks.
 * @param marked joins git's environment, so that its processes are known as the job's.
 * @returns git's last words. Rejects with them when it fails, and when `signal` ended it.
 */
export function updateCheckout(
  folder: string,
  env: NodeJS.ProcessEnv,
  marked: Record<string, string>,
  signal: AbortSignal,
): Promise<string> {
  const safe = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.askPass="];
  return new Promise((resolve, reject) => {
    const git = spawn("git", [...safe, "pull", "--rebase"], {
      cwd: folder,
      env: { ...pick(env, inherited), ...marked, GIT_TERMINAL_PROMPT: "0", GCM_INTERACTIVE: "never" },
      stdio: ["ignore", "pipe", "pipe"],
      // Without a terminal, ssh cannot ask either.
      detached: process.platform !== "win32",
      windowsHide: true,
      signal,
    });
    let words = "";
    const hear = (piece: Buffer) => {
      words = (words + piece.toString("utf8")).slice(-longestWords);
    };
    git.stdout.on("data", hear);
    git.stderr.on("data", hear);
    git.on("error", (error) => reject(new Error(`git could not be started: ${error.message}`)));
    git.on("close", (code) => {
      const said = words.replace(/\s+/g, " ").trim();
      if (code === 0) resolve(said);
      else reject(new Error(`git pull --rebase failed: ${said || `exit ${code}`}`));
    });
  });
}
