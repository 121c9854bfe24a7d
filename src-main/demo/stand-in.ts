import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { writeReply } from "./sse";

/** What a request to the Messages API carries, as far as answers and tests look at it. */
export interface MessagesRequest {
  model: string;
  max_tokens?: number;
  stream?: boolean;
  system?: string | { type: "text"; text: string }[];
  messages: { role: "user" | "assistant"; content: string | ContentBlock[] }[];
  tools?: { name: string; description?: string; input_schema?: unknown }[];
  [field: string]: unknown;
}

export interface ContentBlock {
  type: string;
  text?: string;
  [field: string]: unknown;
}

/** One thing an answer does, in order. */
export type Step =
  | { text: string }
  | { thinking: string }
  /** A tool call whose JSON input leaves in the given pieces. */
  | { tool: string; id: string; input: string[] }
  /** Waits that many milliseconds, or for the promise. */
  | { wait: number | Promise<unknown> }
  /** Says nothing more and keeps the connection open. */
  | { hang: true }
  /** Breaks the connection. */
  | { cut: true };

export interface Reply {
  /** An error status; `steps` are not played then. */
  status?: number;
  errorType?: string;
  message?: string;
  steps?: Iterable<Step> | AsyncIterable<Step>;
  stopReason?: string;
  usage?: Record<string, number>;
}

/** One request as it arrived; `closed` resolves when its connection ended before the answer did. */
export interface Recorded {
  path: string;
  headers: IncomingMessage["headers"];
  body: MessagesRequest;
  /** `performance.now()` when the body was read. */
  at: number;
  /** `performance.now()` of the connection's early end. */
  abortedAt?: number;
  aborted: Promise<void>;
}

export type Respond = (request: MessagesRequest, recorded: Recorded) => Reply | Promise<Reply>;

export interface StandIn {
  url: string;
  /** Every conversation request so far; probes of the CLI (token counts, title guesses) are answered, not kept. */
  requests: Recorded[];
  close(): Promise<void>;
}

/**
 * A stand-in of the Anthropic Messages API on loopback: enough of `POST /v1/messages` for the real Claude CLI to
 * talk to. The demo answers with it, and tests script it and read what arrived.
 */
export async function startStandIn(options: { respond: Respond; port?: number }): Promise<StandIn> {
  const requests: Recorded[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((req, res) => {
    handle(req, res, requests, options.respond).catch(() => res.destroy());
  });
  server.on("connection", (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

async function handle(req: IncomingMessage, res: ServerResponse, requests: Recorded[], respond: Respond) {
  const pieces: Buffer[] = [];
  for await (const piece of req) pieces.push(piece as Buffer);
  const path = (req.url ?? "").split("?")[0] ?? "";
  if (req.method !== "POST" || !path.startsWith("/v1/messages")) {
    res
      .writeHead(404, { "content-type": "application/json" })
      .end('{"type":"error","error":{"type":"not_found_error","message":"not found"}}');
    return;
  }
  const body = JSON.parse(Buffer.concat(pieces).toString("utf8")) as MessagesRequest;
  if (path.endsWith("/count_tokens")) {
    res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ input_tokens: 10 }));
    return;
  }
  let markAborted = () => {};
  const recorded: Recorded = {
    path,
    headers: req.headers,
    body,
    at: performance.now(),
    aborted: new Promise((resolve) => {
      markAborted = resolve;
    }),
  };
  res.on("close", () => {
    if (res.writableFinished) return;
    recorded.abortedAt = performance.now();
    markAborted();
  });
  if (body.stream) requests.push(recorded);
  await writeReply(res, body, await respond(body, recorded));
}
