import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { z } from "zod";
import type { ClaudeLogin } from "../../../src-shared/brain-status";
import { cliEnvironment } from "./spawn";

const Answer = z.object({
  loggedIn: z.boolean(),
  email: z.string().max(300).nullish().catch(null),
  subscriptionType: z.string().max(60).nullish().catch(null),
});

/**
 * Asks the CLI who is logged in (`claude auth status`); undefined for nobody. A CLI that does not answer counts as
 * logged in: the first turn will tell. Settings are left out as in a turn: a key helper of the folder that Brainstem was
 * started in would count as a login.
 */
export function readLogin(path: string, env: NodeJS.ProcessEnv): Promise<ClaudeLogin | undefined> {
  const asked = new Promise<ClaudeLogin | undefined>((resolve) => {
    const options = { env: cliEnvironment(env, tmpdir()), timeout: 15_000, windowsHide: true };
    execFile(path, ["--setting-sources", "", "auth", "status"], options, (_error, stdout) => resolve(loginOf(stdout)));
  });
  return asked.catch(() => ({}));
}

function loginOf(said: string): ClaudeLogin | undefined {
  if (/"loggedIn"\s*:\s*false/.test(said)) return undefined;
  const { email, subscriptionType } = Answer.safeParse(json(said)).data ?? {};
  return { ...(email ? { email } : {}), ...(subscriptionType ? { plan: subscriptionType } : {}) };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
