import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Limits } from "./limits";
import type { Sockets } from "./sockets";

export type Listener = (request: IncomingMessage, response: ServerResponse, turn: Promise<void>) => void;

/** A server with every limit set that Node has, whose own refusals are JSON too. */
export function createServer(limits: Limits, sockets: Sockets, listener: Listener): Server {
  // Node 16 ignores the option of the checks; there each connection has its own timer.
  const server = createHttpServer({
    maxHeaderSize: limits.headerBytes,
    requireHostHeader: false,
    connectionsCheckingInterval: limits.checkMs,
  });
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  server.maxConnections = limits.connections;
  sockets.watch(server);
  const accept = (request: IncomingMessage, response: ServerResponse) =>
    listener(request, response, sockets.enter(request.socket, response));
  server.on("request", accept);
  // Whoever asks before sending the body is told to go on only when the body is wanted.
  server.on("checkContinue", accept);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || sockets.isBusy(socket)) socket.destroy();
    else socket.end(refusal(error.code), () => socket.destroy());
  });
  return server;
}

/** Resolves to the port; rejects with the system's error, e.g. code `EADDRINUSE`. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.removeListener("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function refusal(code: string | undefined): string {
  const [status, message] =
    code === "HPE_HEADER_OVERFLOW"
      ? ["431 Request Header Fields Too Large", "The request's headers are too large."]
      : code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? ["408 Request Timeout", "The request took too long to arrive."]
        : ["400 Bad Request", "This is not a valid HTTP request."];
  const body = JSON.stringify({ error: { message, type: "invalid_request_error", param: null, code: "bad_http" } });
  return [
    `HTTP/1.1 ${status}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
