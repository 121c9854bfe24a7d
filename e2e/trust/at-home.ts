import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Respond } from "../../src-main/demo/messages-api";
import { type StandIn, startStandIn } from "../../src-main/demo/stand-in";
import { type Launched, launchServe } from "../clients/serve";

const root = path.resolve(import.meta.dirname, "../..");

/** A data folder that outlives the servers which are started on it, one after the other. */
export interface Home {
  folder: string;
  upstream: StandIn;
  launch(env?: NodeJS.ProcessEnv, prefix?: string[]): Promise<Launched>;
  /** Ends what still runs, and takes all away. */
  close(): Promise<void>;
}

export async function makeHome(respond: Respond): Promise<Home> {
  const folder = await mkdtemp(path.join(tmpdir(), "brainstem-home-"));
  const upstream = await startStandIn({ respond });
  const launched: Launched[] = [];
  return {
    folder,
    upstream,
    async launch(env = {}, prefix = []) {
      // Node itself complains of the colours that a test runner sets.
      const own = { HOME: folder, BRAINSTEM_HOME: folder, TMPDIR: folder, FORCE_COLOR: undefined };
      const login = { ANTHROPIC_BASE_URL: upstream.url, CLAUDE_CODE_OAUTH_TOKEN: "sk-ant-oat01-test" };
      const server = await launchServe(root, { prefix, env: { ...own, ...login, ...env } });
      launched.push(server);
      return server;
    },
    async close() {
      for (const server of launched) await server.stop();
      await upstream.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Says something in a session; undefined when no whole answer came. */
export async function sayIn(server: { baseUrl: string; key: string }, session_id: string, message: string) {
  try {
    const answer = await fetch(`${server.baseUrl}/conversational`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${server.key}` },
      body: JSON.stringify({ session_id, message }),
    });
    return answer.ok ? ((await answer.json()) as { reply: string }).reply : undefined;
  } catch {
    return undefined;
  }
}
