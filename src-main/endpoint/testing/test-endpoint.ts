import { randomUUID } from "node:crypto";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrainStatus } from "../../../src-shared/brain-status";
import { defaultSettings, type Settings } from "../../../src-shared/settings";
import { createSessionFiles } from "../../sessions/session-files";
import { createSessions } from "../../sessions/sessions";
import type { EndpointDeps } from "../context";
import { createEndpoint, type Endpoint } from "../endpoint";
import type { Limits } from "../server/limits";
import { FakeBrain, type Script } from "./fake-brain";
import { noJobs } from "./no-jobs";

export const key = "test-key-of-the-endpoint";
export const model = "claude-sonnet-4-6";

export interface TestEndpoint {
  endpoint: Endpoint;
  brain: FakeBrain;
  port: number;
  baseUrl: string;
  /** What was logged, as text. */
  logged: string[];
  status: BrainStatus;
}

interface Options {
  jobs?: EndpointDeps["jobs"];
  limits?: Partial<Limits>;
  key?: string;
  status?: Partial<BrainStatus>;
  origins?: string[];
  /** Changes of the settings. */
  settings?: { endpoint?: Partial<Settings["endpoint"]>; sessions?: Partial<Settings["sessions"]> };
  /** The folder of the sessions; a new one, made when it is first used, unless given. */
  sessions?: string;
}

/** A real endpoint on a free port over a fake brain. */
export async function startEndpoint(script: Script, options: Options = {}): Promise<TestEndpoint> {
  const brain = new FakeBrain(script);
  const logged: string[] = [];
  const note = (event: string, data?: Record<string, unknown>) => void logged.push(`${event} ${JSON.stringify(data)}`);
  const status: BrainStatus = { state: "ready", demo: false, ...options.status };
  const defaults = defaultSettings();
  const settings = {
    ...defaults,
    endpoint: { ...defaults.endpoint, allowedOrigins: options.origins ?? [], ...options.settings?.endpoint },
    sessions: { ...defaults.sessions, ...options.settings?.sessions },
  };
  const folder = options.sessions ?? path.join(tmpdir(), `brainstem-sessions-${randomUUID()}`);
  const files = createSessionFiles(folder, () => settings.sessions);
  const endpoint = createEndpoint({
    brain,
    sessions: createSessions({ files, brain, settings: () => settings.sessions }),
    key: () => options.key ?? key,
    status: () => status,
    settings: () => settings,
    jobs: options.jobs ?? noJobs,
    version: "1.2.3",
    log: { info: note, warn: note, error: note },
    ...(options.limits ? { limits: options.limits } : {}),
  });
  const { port } = await endpoint.start(0);
  return { endpoint, brain, port, baseUrl: `http://127.0.0.1:${port}/v1`, logged, status };
}

/** The bytes of a chat request as a client would write them. */
export function chatBytes(port: number, body: Record<string, unknown> | string, headers: string[] = []): string {
  const text =
    typeof body === "string"
      ? body
      : JSON.stringify({ model, messages: [{ role: "user", content: "hello" }], ...body });
  return [
    "POST /v1/chat/completions HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${key}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...headers,
    "",
    text,
  ].join("\r\n");
}

/** A TCP connection that shows what came over it. */
export class Wire {
  text = "";
  /** Each arrival on its own. */
  readonly pieces: string[] = [];
  ended = false;
  readonly socket: Socket;
  private waiting: (() => void)[] = [];

  constructor(port: number, host = "127.0.0.1") {
    this.socket = connect(port, host);
    this.socket.setEncoding("utf8");
    this.socket.on("data", (piece: string) => {
      this.text += piece;
      this.pieces.push(piece);
      this.wake();
    });
    this.socket.on("error", () => {});
    this.socket.on("close", () => {
      this.ended = true;
      this.wake();
    });
  }

  send(bytes: string): this {
    this.socket.write(bytes);
    return this;
  }

  /** Resolves to all text so far once `wanted` is in it or the connection is over. */
  async until(wanted: string): Promise<string> {
    while (!this.text.includes(wanted) && !this.ended) await this.change();
    return this.text;
  }

  async end(): Promise<string> {
    while (!this.ended) await this.change();
    return this.text;
  }

  private change = () => new Promise<void>((resolve) => this.waiting.push(resolve));
  private wake(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}

/** The body of a chunked answer, put together. */
export function unchunk(answer: string): string {
  let rest = Buffer.from(answer.slice(answer.indexOf("\r\n\r\n") + 4));
  let body = "";
  for (;;) {
    const line = rest.indexOf("\r\n");
    const size = line === -1 ? 0 : Number.parseInt(rest.subarray(0, line).toString(), 16);
    if (!size) return body;
    body += rest.subarray(line + 2, line + 2 + size).toString();
    rest = rest.subarray(line + 4 + size);
  }
}
