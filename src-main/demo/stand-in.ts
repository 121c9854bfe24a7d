import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { MessagesRequest, Recorded, Respond } from "./messages-api";
import { writeReply } from "./sse";

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
