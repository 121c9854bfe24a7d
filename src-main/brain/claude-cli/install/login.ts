import { tmpdir } from "node:os";
import { z } from "zod";
import type { ClaudeLogin } from "../../../../src-shared/brain-status";
import { askProgram } from "../../programs/ask-program";
import { cliEnvironment } from "../process/spawn";

/** Milliseconds. */
const tellsWithin = 15_000;

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
export async function readLogin(
  path: string,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<ClaudeLogin | undefined> {
  const asked = { env: cliEnvironment(env, tmpdir()), within: tellsWithin, ...(signal ? { signal } : {}) };
  const { stdout } = await askProgram(path, ["--setting-sources", "", "auth", "status"], asked);
  return loginOf(stdout);
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
