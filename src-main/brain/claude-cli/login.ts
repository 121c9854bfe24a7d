import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { cliEnvironment } from "./spawn";

/**
 * Asks the CLI whether it is logged in (`claude auth status`, exit 1 when not). A CLI that does not answer counts as
 * logged in: the first turn will tell. Settings are left out as in a turn: a key helper of the folder that Brainstem was
 * started in would count as a login.
 */
export function isLoggedIn(path: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) => {
    const options = { env: cliEnvironment(env, tmpdir()), timeout: 15_000, windowsHide: true };
    execFile(path, ["--setting-sources", "", "auth", "status"], options, (_error, stdout) =>
      resolve(!/"loggedIn"\s*:\s*false/.test(stdout)),
    );
  });
  return asked.catch(() => true);
}
