import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One request as it arrived. */
export interface ChatRequestSeen {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  /** Resolves when its connection ended before the answer did. */
  aborted: Promise<void>;
}

export interface ChatServer {
  url: string;
  requests: ChatRequestSeen[];
  close(): Promise<void>;
}

/** A loopback server that is scripted byte by byte: for what no real chat-completions server does at will. */
export async function startChatServer(
  answer: (res: ServerResponse, request: ChatRequestSeen) => void | Promise<void>,
  port = 0,
): Promise<ChatServer> {
  const requests: ChatRequestSeen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (req, res) => {
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece as Buffer);
    const aborted = new Promise<void>((resolve) => {
      res.on("close", () => !res.writableFinished && resolve());
    });
    const text = Buffer.concat(pieces).toString("utf8");
    const seen = { path: req.url ?? "", headers: req.headers, body: text ? JSON.parse(text) : {}, aborted };
    requests.push(seen);
    await answer(res, seen);
  });
  server.on("connection", (socket) => {
    sockets.add(socket.setNoDelay(true));
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
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

/** Answers with these bytes as a stream of events; each piece leaves on its own. */
export async function stream(res: ServerResponse, pieces: readonly (string | Buffer)[]): Promise<void> {
  res.writeHead(200, { "content-type": "text/event-stream" });
  for (const piece of pieces) await new Promise<unknown>((resolve) => res.write(piece, resolve));
}

/** One chunk of an answer as an event. */
export const event = (delta: object, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
