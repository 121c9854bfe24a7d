import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Limits } from "../server/limits";
import { send } from "./events";
import type { Script } from "./fake-brain";
import { key, startEndpoint, type TestEndpoint } from "./test-endpoint";

const address = "/v1/conversational";

/** Servers that keep their sessions in one folder, as one that is started again does. */
export class SessionServers {
  readonly folder = path.join(tmpdir(), `brainstem-sessions-${randomUUID()}`);
  private readonly started: TestEndpoint[] = [];

  async start(
    script: Script,
    settings: { turnSeconds?: number; maxSessions?: number; maxAgeDays?: number; maxTurns?: number } = {},
    limits: Partial<Limits> = {},
  ) {
    const running = await startEndpoint(script, { sessions: this.folder, settings: { sessions: settings }, limits });
    this.started.push(running);
    return {
      running,
      say: (message: string, more: Record<string, unknown> = {}) =>
        send(running, address, { session_id: "s1", message, ...more }),
      /** The reply as events. */
      listen: (message: string) =>
        send(running, address, { session_id: "s1", message }, { accept: "text/event-stream" }),
      forget: (id: string) =>
        fetch(`http://127.0.0.1:${running.port}${address}/${encodeURIComponent(id)}`, {
          method: "DELETE",
          headers: { authorization: `Bearer ${key}` },
        }),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.started.map(({ endpoint }) => endpoint.stop()));
    await rm(this.folder, { recursive: true, force: true });
  }
}

export const replyOf = async (answer: Promise<Response>): Promise<string> => (await (await answer).json()).reply;
